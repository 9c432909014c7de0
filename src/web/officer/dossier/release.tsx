import { release, releaseBody, releasesOf } from '../../../disclosures/index.ts'
import { type Part, parts, releaseKinds } from '../../../disclosures/law/index.ts'
import { refusalText, say, type Words } from '../../../words/index.ts'
import { partWords, releaseKindWords } from '../../disclosure-words.ts'
import { freshOnce, onceOf } from '../../public/show.tsx'
import { Releases, releasesTitle } from '../../releases.tsx'
import {
  Button,
  Buttons,
  CheckboxGroup,
  DateParts,
  ErrorSummary,
  Form,
  Heading,
  LinkButton,
  Notice,
  type Problem,
  problemOf,
  RadioGroup,
  Section,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import type { Answer, SignedVisit } from '../../visit.ts'
import { typedDay } from '../../admin/typed-day.ts'
import { missing, officerDoor } from '../page.tsx'
import { dossierAddress } from '../rows.tsx'
import { dossierPage, nameOf } from './frame.tsx'
import { openDossier, type Opened } from './open.ts'

const words = {
  title: { vi: 'Cung cấp thông tin', en: 'Release data' },
  lead: {
    vi: 'Chỉ cung cấp đúng phần được yêu cầu. Người có thông tin thấy ai nhận, để làm gì và căn cứ nào.',
    en: 'Give only what is asked for. The holder sees who received it, for what, and on which basis.',
  },
  kind: { vi: 'Cung cấp theo', en: 'Released because' },
  recipient: { vi: 'Nơi nhận', en: 'Recipient' },
  purpose: { vi: 'Dùng vào việc gì', en: 'What it is used for' },
  parts: { vi: 'Thông tin được cung cấp', en: 'What is given' },
  basis: { vi: 'Căn cứ pháp luật', en: 'Legal basis' },
  basisHint: {
    vi: 'Điều, khoản, tên văn bản. Cần khi cơ quan có thẩm quyền yêu cầu.',
    en: 'Article and law. Needed when an authority asks.',
  },
  documentNumber: { vi: 'Số văn bản yêu cầu', en: 'Number of the request' },
  documentDate: { vi: 'Ngày văn bản yêu cầu', en: 'Date of the request' },
  save: { vi: 'Cung cấp và ghi lại', en: 'Release and write down' },
  later: { vi: 'Để sau', en: 'Not now' },
  done: { vi: 'Đã ghi việc cung cấp thông tin', en: 'The release is written down' },
  needed: { vi: 'Ghi đủ: {field}.', en: 'Fill in: {field}.' },
  dateWrong: { vi: 'Ngày này không đúng, ví dụ đúng: 02 03 2026.', en: 'This is no date; one is 02 03 2026.' },
} as const satisfies Record<string, Words>

/** Which field a refusal is about. */
const places: Readonly<Record<string, string>> = {
  'purpose-missing': 'purpose',
  'release-basis-missing': 'basis',
  'request-document-missing': 'documentNumber',
  'document-not-yet-issued': 'documentDate',
  'consent-missing': 'recipient',
  'outside-consent': 'parts',
}

/** Hands data of the dossier to somebody outside, and shows what was handed out before. */
export const releaseData = officerDoor('/viec/ho-so/:id/cung-cap', {
  may: 'release-data',
  get: async (visit) => {
    const opened = await openDossier(visit, 'release')
    return opened ? page(opened) : missing(visit)
  },
  post: async (visit) => {
    const opened = await openDossier(visit, 'release')
    if (!opened) return missing(visit)
    const { house, viewer, language } = visit
    const read = readForm(visit)
    if ('problems' in read) return page(opened, read.problems)
    const outcome = await house.atDeskOnce(
      viewer,
      onceOf(visit),
      (desk) => release(desk, opened.dossier.id, read.body),
      ({ id }) => ({ status: 201, resource: id }),
    )
    if (!outcome.ok)
      return page(opened, [{ field: places[outcome.refusal] ?? 'recipient', message: refusalText(outcome, language) }])
    return { redirect: `/viec/ho-so/${opened.dossier.id}/cung-cap?da-xong=1` }
  },
})

function readForm({ form, language }: SignedVisit) {
  const { fields, lists } = form
  const date = typedDay(fields, 'documentDate')
  const asked = {
    kind: fields['kind'] ?? '',
    recipient: fields['recipient'] ?? '',
    purpose: fields['purpose'] ?? '',
    parts: lists['parts'] ?? [],
    basis: fields['basis'] ?? '',
    documentNumber: fields['documentNumber'] ?? '',
    documentDate: date ?? null,
  }
  const body = releaseBody.safeParse(asked)
  const wrong = body.success ? [] : [...new Set(body.error.issues.map(({ path }) => String(path[0])))]
  const problems: Problem[] = wrong.map((field) => ({
    field,
    message: say(words.needed, language, { field: say(words[field as 'kind'] ?? words.title, language).toLowerCase() }),
  }))
  if (date === undefined) problems.push({ field: 'documentDate', message: say(words.dateWrong, language) })
  return body.success && problems.length === 0 ? { body: body.data } : { problems }
}

async function page(opened: Opened, problems: readonly Problem[] = []): Promise<Answer> {
  const { visit, dossier, list } = opened
  const { language, house, query } = visit
  const rows = await releasesOf(house.db, dossier.id)
  const title = say(words.title, language)
  return dossierPage(
    opened,
    { title: `${nameOf(opened)} – ${title}`, wrong: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} language={language} />
      {query['da-xong'] === '1' && problems.length === 0 && <Notice tone="success" title={say(words.done, language)} />}
      <Heading lead={say(words.lead, language)}>{title}</Heading>
      <ReleaseForm visit={visit} back={dossierAddress(dossier.id, list)} id={dossier.id} problems={problems} />
      <Section title={say(releasesTitle, language)}>
        <Releases rows={rows} language={language} />
      </Section>
    </>,
    problems.length > 0 ? 422 : undefined,
  )
}

type FormProps = { visit: SignedVisit; id: string; back: string; problems: readonly Problem[] }

function ReleaseForm({ visit: { language, csrf, form }, id, back, problems }: FormProps) {
  const { fields, lists } = form
  const field = (name: keyof typeof words & string, optional = false) => ({
    language,
    name,
    label: say(words[name], language),
    value: fields[name],
    error: problemOf(problems, name),
    optional,
    autocomplete: 'off',
  })
  const date = (part: string) => fields[`documentDate-${part}`]
  return (
    <Form action={`/viec/ho-so/${id}/cung-cap`} csrf={csrf} hidden={freshOnce()}>
      <RadioGroup
        {...field('kind')}
        options={releaseKinds.map((kind) => ({
          value: kind,
          label: say(releaseKindWords[kind].name, language),
          hint: say(releaseKindWords[kind].hint, language),
        }))}
      />
      <TextField {...field('recipient')} maxlength={200} />
      <TextArea {...field('purpose')} rows={2} maxlength={500} />
      <CheckboxGroup
        language={language}
        name="parts"
        label={say(words.parts, language)}
        values={(lists['parts'] ?? []) as Part[]}
        error={problemOf(problems, 'parts')}
        options={parts.map((part) => ({ value: part, label: say(partWords[part], language) }))}
      />
      <TextField {...field('basis', true)} hint={say(words.basisHint, language)} maxlength={300} />
      <TextField {...field('documentNumber', true)} width="medium" maxlength={100} />
      <DateParts
        language={language}
        name="documentDate"
        label={say(words.documentDate, language)}
        error={problemOf(problems, 'documentDate')}
        value={{ day: date('day'), month: date('month'), year: date('year') }}
        optional
      />
      <Buttons>
        <Button>{say(words.save, language)}</Button>
        <LinkButton href={back} kind="quiet">
          {say(words.later, language)}
        </LinkButton>
      </Buttons>
    </Form>
  )
}
