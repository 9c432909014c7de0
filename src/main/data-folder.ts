import { chmodSync, readdirSync, statSync } from 'node:fs'
import { makeFolder } from '../ground/make-folder.ts'

/** What lies in a data folder; nothing else in there is ours. */
export const dataParts = ['postgres', 'files', 'keys', 'demo-ca']

/**
 * Makes the data folder, entered by its owner only: what lies in it is a province's. An older one that is open is closed,
 * unless it holds other things too or is somebody else's; then the answer is false. Refused where the house could not write.
 */
export function makePrivate(folder: string): boolean {
  makeFolder(folder, 0o700)
  const { mode, uid } = statSync(folder)
  if ((mode & 0o077) === 0) return true
  const ours = uid === process.getuid?.() && readdirSync(folder).every((name) => dataParts.includes(name))
  if (ours) chmodSync(folder, 0o700)
  return ours
}
