import { type RequestKind, requestKinds } from '../../organisations/law/index.ts'
import { say } from '../../words/index.ts'
import { Button, Form, type Problem, problemOf, SelectField, TextArea, TextField } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import { words } from './request-words.ts'

export const askNames = {
  kind: 'loai',
  title: 'noi-dung',
  reason: 'ly-do',
  decision: 'van-ban',
  post: 'vi-tri',
  to: 'nguoi-moi',
  toTitle: 'chuc-danh',
} as const

type Props = {
  visit: SignedVisit
  here: string
  kind: RequestKind
  posts: readonly { id: string; holder: string; title: string; unit: string }[]
  problems: readonly Problem[]
  once: Record<string, string>
}

/** The form of a request: a change of staff names the post and who takes it. */
export function AskForm({ visit: { language, csrf, form }, here, kind, posts, problems, once }: Props) {
  const field = (part: Exclude<keyof typeof askNames, 'kind'>) => ({
    language,
    name: askNames[part],
    label: say(words[part], language),
    value: form.fields[askNames[part]],
    error: problemOf(problems, askNames[part]),
  })
  const text = (part: Exclude<keyof typeof askNames, 'kind'>) => ({ ...field(part), autocomplete: 'off' })
  return (
    <Form action={here} csrf={csrf} hidden={{ [askNames.kind]: kind, ...once }}>
      <h3>{say(requestKinds[kind], language)}</h3>
      <TextField {...text('title')} maxlength={200} />
      {kind === 'staff-change' && (
        <>
          <SelectField
            {...field('post')}
            blank={say(words.choose, language)}
            options={posts.map(({ id, holder, title, unit }) => ({
              value: id,
              label: `${holder} – ${title}, ${unit}`,
            }))}
          />
          <TextField {...text('to')} width="medium" spellcheck={false} />
          <TextField {...text('toTitle')} maxlength={120} />
        </>
      )}
      <TextArea {...field('reason')} rows={3} maxlength={2000} />
      <TextField {...text('decision')} maxlength={200} />
      <Button>{say(words.send, language)}</Button>
    </Form>
  )
}
