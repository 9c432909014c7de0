import { isAbsent, plain, type Unread } from './text.ts'

const levelNames = {
  'Cấp bộ': 'ministry',
  'Cấp tỉnh': 'province',
  'Cấp xã': 'commune',
  'Cơ quan khác': 'other',
} as const
export type NationalLevel = (typeof levelNames)[keyof typeof levelNames]

/** Whom a procedure is for, by the names of the source; two of them hold commas themselves. */
const subjectNames = {
  'Tổ chức (không bao gồm doanh nghiệp, HTX)': 'organisation',
  'Cán bộ, công chức, viên chức': 'person',
  'Doanh nghiệp có vốn đầu tư nước ngoài': 'organisation',
  'Người nước ngoài cư trú tại Việt Nam': 'person',
  'Người Việt Nam định cư ở nước ngoài': 'person',
  'Doanh nghiệp Việt Nam': 'organisation',
  'Công dân Việt Nam': 'person',
  'Tổ chức nước ngoài': 'organisation',
  'Người nước ngoài': 'person',
  'Tổ chức Đảng': 'organisation',
  'Doanh nghiệp': 'organisation',
  'Hợp tác xã': 'organisation',
  'Đảng viên': 'person',
} as const

/** The levels at which a procedure is settled. */
export function readLevels(source: string): { levels: NationalLevel[]; unread: Unread[] } {
  const { known, unread } = fromList(source, Object.keys(levelNames))
  return {
    levels: known.map((name) => levelNames[name as keyof typeof levelNames]),
    unread: unread.map((text) => ({ part: 'levels', text })),
  }
}

/** For whom a procedure is, in the source's words and as the two kinds of account. */
export function readSubjects(source: string): {
  subjects: string[]
  audience: ('person' | 'organisation')[]
  unread: Unread[]
} {
  const { known, unread } = fromList(source, Object.keys(subjectNames))
  const audience = new Set(known.map((name) => subjectNames[name as keyof typeof subjectNames]))
  return {
    subjects: known,
    audience: [...audience].toSorted(),
    unread: unread.map((text) => ({ part: 'subjects', text })),
  }
}

/** Takes known names from the front, so that a comma inside a name does not divide it; the longest name first. */
function fromList(source: string, names: readonly string[]): { known: string[]; unread: string[] } {
  const longest = names.toSorted((a, b) => b.length - a.length)
  const known: string[] = []
  let rest = plain(source)
  while (!isAbsent(rest)) {
    const name = longest.find((one) => rest === one || rest.startsWith(`${one},`))
    if (!name) return { known, unread: [rest] }
    if (!known.includes(name)) known.push(name)
    rest = rest.slice(name.length).replace(/^,\s*/, '')
  }
  return { known, unread: [] }
}
