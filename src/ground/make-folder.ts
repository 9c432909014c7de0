import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { CannotOpen } from './cannot-open.ts'

/**
 * Makes a folder with every level that is missing, and sees that whoever runs the program may write in it. Refused in one sentence where a file is
 * in the way, the folder is another user's, or the file system takes none. Level by level, because `mkdirSync(…, { recursive: true })` never ends below `/proc`.
 */
export function makeFolder(folder: string, mode: number): void {
  try {
    const missing: string[] = []
    for (let at = resolve(folder); !existsSync(at) && at !== dirname(at); at = dirname(at)) missing.unshift(at)
    for (const level of missing) makeLevel(level, mode)
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (fault) {
    throw unusable(folder, fault as NodeJS.ErrnoException)
  }
}

/** Another process may make the same level in the same moment. */
function makeLevel(level: string, mode: number): void {
  try {
    mkdirSync(level, { mode })
  } catch (fault) {
    const isThere = statSync(level, { throwIfNoEntry: false })?.isDirectory() ?? false
    if (!isThere) throw fault
  }
}

type Why = { vi: string; en: string }
const notOurs: Why = {
  vi: 'người dùng đang chạy chương trình không được ghi ở đó',
  en: 'the user running this program may not write there',
}
const fileInTheWay: Why = {
  vi: 'đường dẫn này có chỗ là tệp, không phải thư mục',
  en: 'a file stands where a folder should',
}
const noRoom: Why = { vi: 'đĩa đã đầy', en: 'the disk is full' }

const reasons: Record<string, Why> = {
  EACCES: notOurs,
  EPERM: notOurs,
  EROFS: { vi: 'hệ thống tệp ở đó chỉ cho đọc', en: 'the file system there is read-only' },
  ENOTDIR: fileInTheWay,
  EEXIST: fileInTheWay,
  ENOENT: { vi: 'hệ thống tệp ở đó không cho tạo thư mục', en: 'the file system there takes no folders' },
  ENAMETOOLONG: { vi: 'đường dẫn quá dài', en: 'the path is too long' },
  ENOSPC: noRoom,
  EDQUOT: noRoom,
}

/** The sentence for a folder that cannot be used; a fault nobody can mend by another folder stays a fault. */
export function unusable(folder: string, fault: NodeJS.ErrnoException): Error {
  const why = reasons[fault.code ?? '']
  if (!why) return fault
  return new CannotOpen(
    `Không dùng được thư mục ${folder}: ${why.vi} (${fault.code}). Hãy chọn thư mục khác, hoặc cấp quyền ghi cho người chạy chương trình.\n` +
      `  The folder ${folder} cannot be used: ${why.en} (${fault.code}). Choose another folder, or let the user who runs this program write there.`,
    { cause: fault },
  )
}
