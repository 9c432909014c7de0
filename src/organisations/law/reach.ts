import type { Officer, Post } from './officer.ts'
import { roles } from './roles.ts'

/** What of a dossier decides who reaches it. */
export type Reachable = {
  applicant: string
  filedBy: string
  /** The unit that received it, the agency that settles it, the officer it is assigned to. */
  reception: string
  agency: string
  officer: string | null
  state: string
}

/**
 * Whether this reader reaches this dossier at all: as its applicant or filer, or by a post whose role reaches so far.
 * @law 88/2017/QĐ-UBND Điều 18.1; 88/2017/QĐ-UBND Điều 19.3
 * @req S1-18.1a
 * @req S1-18.1b
 */
export function mayReach(reader: Officer, dossier: Reachable): boolean {
  if (dossier.applicant === reader.id || isFiler(reader, dossier)) return true
  if (dossier.state === 'draft') return false
  return reader.posts.some((post) => reachesBy(post, reader.id, dossier))
}

/**
 * Whether a dossier is this reader's because they filed it. A citizen filed it for themselves or whom they stand for; an officer filed it for the counter
 * they sat at, and has it only while they sit there: with the post, or the loan of it, what was entered by it is the counter's.
 * @law 88/2017/QĐ-UBND Điều 18.1
 * @req S1-18.1a
 * @req S1-18.1b
 */
export function isFiler(
  { id, kind, posts }: Officer,
  { filedBy, reception }: Pick<Reachable, 'filedBy' | 'reception'>,
): boolean {
  if (filedBy !== id) return false
  return kind !== 'officer' || posts.some(({ role, unit }) => role === 'one-stop-officer' && unit === reception)
}

function reachesBy(post: Post, reader: string, dossier: Reachable): boolean {
  switch (roles[post.role].reach) {
    case 'none':
      return false
    case 'own':
      return dossier.officer === reader
    case 'unit':
      return post.unit === dossier.reception
    case 'agency':
      return post.agency === dossier.agency
    case 'province':
      return true
  }
}
