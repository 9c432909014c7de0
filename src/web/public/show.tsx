import type { ComponentChildren } from 'preact'
import { type OnceKey, requestHash } from '../../ground/idempotency.ts'
import { type Definition, inEnglish } from '../../procedures/index.ts'
import { type Language, type Refusal, refusalWords, say, type Words } from '../../words/index.ts'
import { frameFor } from '../frame.tsx'
import { csrfField, Notice, NotFound, Page, type PageProps } from '../ui/index.ts'
import { type Answer, onceKey, type SignedVisit, type Visit } from '../visit.ts'

type Own = Partial<Omit<PageProps, 'title' | 'children'>> & { title: string }

/** Lays a page into the frame of the house. A page that was sent back says so in its title and has a status of its own. */
export async function show(
  visit: Visit,
  own: Own,
  children: ComponentChildren,
  status = own.wrong ? 422 : 200,
): Promise<Answer> {
  const frame = await frameFor(visit, own)
  const expired = visit.query['het-han'] === '1' && visit.request.method === 'GET'
  return {
    status,
    page: (
      <Page {...frame}>
        {expired && <Notice tone="important" title={say(refusalWords['form-expired'], visit.language)} />}
        {children}
      </Page>
    ),
  }
}

/** What does not exist and what this reader cannot reach look alike. */
export async function notFound(visit: Visit): Promise<Answer> {
  return { status: 404, page: NotFound(await frameFor(visit, { title: '' })) }
}

export function refusalSentence(refusal: Refusal, language: Language): string {
  return say(refusalWords[refusal], language)
}

/** The words of a page in the reader's language: `t(words.title)`. */
export type Teller = (words: Words, gaps?: Readonly<Record<string, string | number | bigint>>) => string
export const tellerOf =
  (language: Language): Teller =>
  (words, gaps) =>
    say(words, language, gaps)

/** A heading is one sentence without its stop; what follows is said below it. */
export function headlineOf(text: string): { headline: string; rest: string } {
  const [first = '', ...others] = text.split(/(?<=\.) /)
  return { headline: first.replace(/\.$/, ''), rest: others.join(' ') }
}

/** The hidden field by which a form that is sent twice is done once. */
export const onceField = 'mot-lan'
export const freshOnce = (): Record<string, string> => ({ [onceField]: onceKey() })

/** The key of the form that was sent, bound to what it says; a form without one is simply done. */
export function onceOf({ viewer, form, request }: SignedVisit): OnceKey | undefined {
  const key = form.fields[onceField]
  if (!key || key.length > 200) return undefined
  const said = Object.entries(form.lists).filter(([name]) => name !== csrfField)
  return { account: viewer.id, key, request: requestHash('POST', request.url.split('?')[0]!, JSON.stringify(said)) }
}

/** A procedure in a list: as people call it, in their language; in English the Vietnamese name is said beside it. */
export function called(
  { name, shortName, englishName }: { name: string; shortName: string | null; englishName: string | null },
  language: Language,
): { label: string; beside?: string } {
  const vietnamese = shortName ?? name
  return language === 'en' && englishName ? { label: englishName, beside: vietnamese } : { label: vietnamese }
}

/** A text of a procedure: in the reader's language where the catalogue has it so, otherwise as it was published. */
export function Told({ of, language, text }: { of: Pick<Definition, 'words'>; language: Language; text: string }) {
  const english = language === 'en' ? inEnglish(of, text) : undefined
  return english === undefined ? <Vietnamese language={language}>{text}</Vietnamese> : <>{english}</>
}

/** A text that is Vietnamese whatever the reader's language: names of procedures, agencies, papers. */
export function Vietnamese({ language, children }: { language: Language; children: ComponentChildren }) {
  return language === 'vi' ? <>{children}</> : <span lang="vi">{children}</span>
}
