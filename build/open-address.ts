import { spawn } from 'node:child_process'

/** Opens an address in the user's browser; where there is none, quietly does nothing. */
export function openAddress(address: string): void {
  const [command, args] = opener(address)
  const child = spawn(command, args, { detached: true, stdio: 'ignore' })
  child.on('error', () => {})
  child.unref()
}

function opener(address: string): [string, string[]] {
  if (process.platform === 'darwin') return ['open', [address]]
  if (process.platform === 'win32') return ['cmd', ['/c', 'start', '""', address]]
  return ['xdg-open', [address]]
}
