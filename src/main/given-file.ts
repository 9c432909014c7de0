import { statSync } from 'node:fs'
import { CannotOpen } from '../ground/cannot-open.ts'

/** Refuses, with one sentence, what was named on the command line as a file and is none: it is absent, a folder, a device. */
export function mustBeFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new CannotOpen(`Không có tệp / no such file: ${path}`)
  if (!found.isFile()) throw new CannotOpen(`Không phải là tệp / not a file: ${path}`)
}

/** Refuses, with one sentence, what was named as a folder and is none. */
export function mustBeFolder(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new CannotOpen(`Không có thư mục / no such folder: ${path}`)
  if (!found.isDirectory()) throw new CannotOpen(`Không phải là thư mục / not a folder: ${path}`)
}
