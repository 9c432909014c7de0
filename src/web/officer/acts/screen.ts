import type { ComponentChildren } from 'preact'
import type { Act, Transition } from '../../../dossiers/index.ts'
import type { Refused } from '../../../ground/result.ts'
import type { Refusal, Words } from '../../../words/index.ts'
import type { Form } from '../../form-body.ts'
import type { Problem } from '../../ui/index.ts'
import type { Opened } from '../dossier/open.ts'

/** A dossier with the form of one act open: what was typed before, and what is to be mended in it. */
export type Acting = Opened & {
  readonly step: Transition
  readonly typed: Form | undefined
  readonly problems: readonly Problem[]
}

/** The form of one act: what it asks, how what was typed becomes the body of the act. */
export type ActScreen = {
  readonly act: Act
  /** What the act is called on this dossier, where that is not its own verb. */
  readonly called?: (acting: Opened) => Words | undefined
  /** The button; without it what the act is called. */
  readonly button?: Words
  readonly grave?: boolean
  /** Other acts that may be gone on to with what is typed here: each a button of its own beside the first. */
  readonly others?: readonly Act[]
  readonly fields: (acting: Acting) => Promise<ComponentChildren> | ComponentChildren
  /** The body without its version, or what must be typed first. */
  readonly read: (acting: Acting) => Promise<Read> | Read
  /** At which fields a refusal belongs. */
  readonly places?: (no: Refused<Refusal>, acting: Acting) => readonly Problem[]
  /** The page after the act, below the dossier's address; without it the dossier itself. */
  readonly after?: string
}

export type Read = { readonly body: Record<string, unknown> } | { readonly problems: readonly Problem[] }

/** What was typed in a field, or how the form first shows it. */
export function value({ typed }: Pick<Acting, 'typed'>, name: string, first = ''): string {
  return typed ? (typed.fields[name] ?? '') : first
}
