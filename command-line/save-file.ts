import { open, rename, rm } from 'node:fs/promises'

/**
 * Writes a file whole or not at all: beside its place first, and moved there once it is on the disk, so that whatever
 * interrupts it never leaves half a file, nor takes the place of a good one.
 */
export async function saveFile(path: string, content: Uint8Array | string): Promise<void> {
  const beside = `${path}.${process.pid}.part`
  try {
    const file = await open(beside, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
