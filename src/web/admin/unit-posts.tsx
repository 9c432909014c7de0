import type { HeldPost, UnitParticulars } from '../../organisations/index.ts'
import { isRole, roles } from '../../organisations/law/index.ts'
import { type Language, say } from '../../words/index.ts'
import {
  Button,
  DataTable,
  EmptyState,
  Form,
  type Problem,
  problemOf,
  Section,
  SelectField,
  TextField,
} from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import { words } from './unit-words.ts'

export const appointNames = {
  username: 'nguoi',
  name: 'ho-ten',
  role: 'vai-tro',
  title: 'chuc-danh',
  decision: 'van-ban-giao',
  from: 'biet-phai',
} as const

type AppointProps = { visit: SignedVisit; action: string; problems: readonly Problem[] }

export function AppointForm({ visit, action, problems }: AppointProps) {
  const { language, csrf, form, query } = visit
  const labels = {
    username: words.username,
    name: words.fullName,
    role: words.roleGiven,
    title: words.title,
    decision: words.decision,
    from: words.from,
  }
  const field = (part: keyof typeof appointNames) => ({
    language,
    name: appointNames[part],
    label: say(labels[part], language),
    value: form.fields[appointNames[part]],
    error: problemOf(problems, appointNames[part]),
    autocomplete: 'off',
  })
  const { autocomplete: _, ...role } = field('role')
  return (
    <Form action={action} csrf={csrf} hidden={{ viec: 'giao' }}>
      <TextField
        {...field('username')}
        value={form.fields[appointNames.username] ?? query['nguoi']}
        width="medium"
        spellcheck={false}
      />
      <TextField {...field('name')} optional maxlength={120} />
      <SelectField
        {...role}
        blank={say(words.choose, language)}
        options={Object.entries(roles).map(([value, said]) => ({ value, label: say(said, language) }))}
      />
      <TextField {...field('title')} maxlength={120} />
      <TextField {...field('from')} optional width="medium" spellcheck={false} />
      <TextField {...field('decision')} maxlength={200} />
      <Button>{say(words.giveSave, language)}</Button>
    </Form>
  )
}

type PostsProps = { visit: SignedVisit; unit: UnitParticulars; action: string; mayEnd: boolean }

export function Posts({ visit, unit, action, mayEnd }: PostsProps) {
  const { language } = visit
  const title = say(words.posts, language)
  return (
    <Section title={title}>
      <DataTable
        language={language}
        caption={title}
        quietCaption
        rows={unit.posts}
        columns={[
          {
            label: say(words.who, language),
            names: true,
            cell: ({ holder, username }) => (
              <>
                {holder}
                <p class="small">{username}</p>
              </>
            ),
          },
          { label: say(words.role, language), cell: (post) => <Held post={post} language={language} /> },
          ...(mayEnd
            ? [{ label: say(words.end, language), cell: (post: HeldPost) => <End {...{ visit, action, post }} /> }]
            : []),
        ]}
        empty={<EmptyState title={say(words.nobody, language)} />}
      />
    </Section>
  )
}

function Held({ post: { role, title, secondedFrom }, language }: { post: HeldPost; language: Language }) {
  const name = isRole(role) ? say(roles[role], language) : role
  return (
    <>
      {name === title ? title : `${title} (${name})`}
      {secondedFrom && <p class="small">{say(words.seconded, language, { unit: secondedFrom })}</p>}
    </>
  )
}

function End({
  visit: { language, csrf, viewer },
  action,
  post,
}: {
  visit: SignedVisit
  action: string
  post: HeldPost
}) {
  if (post.account === viewer.id) return '–'
  return (
    <Form action={action} csrf={csrf} hidden={{ viec: 'ket-thuc', 'vi-tri': post.id }}>
      <TextField
        language={language}
        name={`van-ban-${post.id}`}
        label={say(words.endDecision, language)}
        autocomplete="off"
        maxlength={200}
      />
      <Button kind="quiet">{say(words.end, language)}</Button>
    </Form>
  )
}
