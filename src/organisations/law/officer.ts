import type { Actor } from '../../audit/index.ts'
import type { Role } from './roles.ts'

/** A role held in a unit. `agency` is the nearest unit above (or itself) that has competence of its own. */
export type Post = {
  readonly role: Role
  readonly title: string
  readonly unit: string
  readonly unitName: string
  readonly agency: string
  readonly agencyName: string
  /** The field of work of the unit, or of the agency it belongs to. */
  readonly sector?: string | null
  /** The loan by which it is held in another's stead. */
  readonly delegation?: string | null
}

/** An actor with the posts held today; citizens and businesses have none. */
export type Officer = Actor & { readonly posts: readonly Post[] }

export function holds(officer: Officer, role: Role): boolean {
  return officer.posts.some((post) => post.role === role)
}

export function postOf(officer: Officer, role: Role): Post | undefined {
  return officer.posts.find((post) => post.role === role)
}
