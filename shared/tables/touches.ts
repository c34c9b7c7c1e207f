import type { Schema } from './schema'

export const touches: Schema = {
  name: 'touches',
  row: 'touch',
  columns: {
    touch_id: { type: 'id', optional: true, synonyms: ['Id', 'Campaign Member ID'] },
    lead_id: {
      type: 'id',
      key: true,
      synonyms: ['Lead/Contact ID', 'LeadOrContactId', 'Contact ID', 'Lead'],
    },
    at: {
      type: 'date',
      key: true,
      synonyms: [
        ...['First Responded Date', 'Member First Responded Date', 'Member First Associated Date'],
        ...['Touch Date', 'Touchpoint Date', 'Interaction Date', 'Timestamp', 'Date'],
      ],
    },
    campaign: { type: 'text', key: true, synonyms: ['Campaign Name', 'Campaign ID', 'utm_campaign'] },
    channel: {
      type: 'text',
      synonyms: ['Campaign Type', 'Touchpoint Type', 'Medium', 'utm_medium', 'Source'],
    },
    status: { type: 'text', optional: true, synonyms: ['Member Status', 'Responded', 'HasResponded'] },
  },
  rules: {},
}
