import { fieldsOf, moreOf } from '../../accounts/index.ts'
import { say, type Words } from '../../words/index.ts'
import { Button, Form, type Problem, problemOf, Section, TextField } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import { titleOfField } from './fields.tsx'

const words = {
  title: { vi: 'Trường thêm của tài khoản', en: 'More fields of this account' },
  day: { vi: 'Ghi năm-tháng-ngày, ví dụ 2026-03-02', en: 'Year-month-day, such as 2026-03-02' },
  save: { vi: 'Lưu các trường này', en: 'Save these fields' },
} as const satisfies Record<string, Words>

const prefix = 'truong.'

/** What was typed into the added fields, by name. */
export function typedFields({ form: { fields } }: SignedVisit): Record<string, string> {
  const own = Object.entries(fields).filter(([name]) => name.startsWith(prefix))
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]))
}

type Props = { visit: SignedVisit; account: string; problems: readonly Problem[] }

/** What an account holds in the fields that were added; nothing where none was. */
export async function moreFields({ visit, account, problems }: Props) {
  const { house, language, csrf, form } = visit
  const [fields, held] = await Promise.all([fieldsOf(house.db), moreOf(house.db, house.vault, account)])
  if (fields.length === 0) return null
  return (
    <Section title={say(words.title, language)}>
      <Form action={`/quan-tri/tai-khoan/${account}`} csrf={csrf} hidden={{ viec: 'truong' }}>
        {fields.map((field) => (
          <TextField
            language={language}
            name={prefix + field.name}
            label={titleOfField(field, language)}
            hint={field.kind === 'day' ? say(words.day, language) : undefined}
            value={form.fields[prefix + field.name] ?? held[field.name]}
            error={problemOf(problems, prefix + field.name)}
            optional
            autocomplete="off"
            maxlength={300}
          />
        ))}
        <Button>{say(words.save, language)}</Button>
      </Form>
    </Section>
  )
}
