/** Preloaded into clasp, so that what it would send to Google goes to a server on this machine. */
import { google } from 'googleapis'

const script = google.script.bind(google)
google.script = options => script({ ...options, rootUrl: process.env.PLUMBLINE_LOOPBACK })
