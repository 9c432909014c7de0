import { isId } from '../../ground/uuid.ts'
import { mayDo } from '../../organisations/law/index.ts'
import { contactBody, type ContactLine, contactsOf, endContact, nameContact } from '../../safety/index.ts'
import { refusalText, say, type Words } from '../../words/index.ts'
import { officerDoor } from '../officer/desk.ts'
import { contactDutyWords } from '../safety-words.ts'
import {
  Button,
  Buttons,
  DataTable,
  DateTime,
  Form,
  Notice,
  type Problem,
  problemOf,
  RadioGroup,
  Section,
  TextField,
} from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'
import { safetyFrame, safetyLists } from './safety-frame.tsx'

const words = {
  lead: {
    vi: 'Ai nhận cảnh báo, theo đơn vị chịu trách nhiệm.',
    en: 'Who hears of alerts, by the unit they answer for.',
  },
  none: { vi: 'Chưa ghi đầu mối nào', en: 'No contact is recorded' },
  noneText: {
    vi: 'Cho đến khi có, cảnh báo được gửi cho quản trị hệ thống.',
    en: 'Until there is one, alerts go to the administrators.',
  },
  duty: { vi: 'Trách nhiệm', en: 'Answers for' },
  officer: { vi: 'Cán bộ', en: 'Officer' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  since: { vi: 'Từ', en: 'Since' },
  ending: { vi: 'Thôi', en: 'End' },
  end: { vi: 'Thôi làm đầu mối', en: 'End' },
  username: { vi: 'Tên đăng nhập của cán bộ', en: 'The officer’s user name' },
  form: { vi: 'Ghi đầu mối', en: 'Name a contact' },
  add: { vi: 'Lưu đầu mối', en: 'Save the contact' },
  needDuty: { vi: 'Chọn đơn vị chịu trách nhiệm.', en: 'Choose what they answer for.' },
  unknown: {
    vi: 'Không có cán bộ nào đang giữ vị trí với tên đăng nhập này. Hãy xem lại tên đăng nhập trong danh sách cán bộ.',
    en: 'No officer who holds a post has this user name. Look it up in the list of officers.',
  },
  needName: { vi: 'Ghi tên đăng nhập của cán bộ.', en: 'Give the officer’s user name.' },
} as const satisfies Record<string, Words>

const { path } = safetyLists.contacts

/** The contacts of the units that answer for the safety of information; who runs the system names them here. */
export const contactsPage = officerDoor(path, {
  may: 'see-safety',
  get: (visit) => page(visit),
  post: async (visit) => {
    const { house, viewer, form, language } = visit
    const ended = form.fields['thoi'] ?? ''
    if (isId(ended)) {
      const done = await house.atDesk(viewer, (desk) => endContact(desk, ended))
      return done.ok ? { redirect: `${path}?da-luu=1` } : page(visit)
    }
    const read = contactBody.safeParse({ duty: form.fields['duty'], username: form.fields['username'] ?? '' })
    if (!read.success) {
      const wrong = new Set(read.error.issues.map(({ path: [part] }) => part))
      return page(visit, [
        ...(wrong.has('duty') ? [{ field: 'duty', message: say(words.needDuty, language) }] : []),
        ...(wrong.has('username') ? [{ field: 'username', message: say(words.needName, language) }] : []),
      ])
    }
    const named = await house.atDesk(viewer, (desk) => nameContact(desk, read.data))
    if (!named.ok) {
      const message = named.refusal === 'not-found' ? say(words.unknown, language) : refusalText(named, language)
      return page(visit, [{ field: 'username', message }])
    }
    return { redirect: `${path}?da-luu=1` }
  },
})

async function page(visit: SignedVisit, problems: readonly Problem[] = []): Promise<Answer> {
  const rows = await contactsOf(visit.house.db)
  const children = (
    <>
      <Contacts rows={rows} visit={visit} />
      {mayDo(visit.viewer, 'answer-alerts') && <ContactForm visit={visit} problems={problems} />}
    </>
  )
  return safetyFrame({ visit, list: 'contacts', lead: words.lead, problems, children })
}

function Contacts({ rows, visit }: { rows: readonly ContactLine[]; visit: SignedVisit }) {
  const { language, csrf, viewer } = visit
  if (rows.length === 0)
    return (
      <Notice tone="important" title={say(words.none, language)}>
        <p>{say(words.noneText, language)}</p>
      </Notice>
    )
  const end = ({ id, name }: ContactLine) => (
    <Form action={path} csrf={csrf} hidden={{ thoi: id }}>
      <Button kind="quiet">
        {say(words.end, language)}
        <span class="hidden"> {name}</span>
      </Button>
    </Form>
  )
  return (
    <DataTable
      language={language}
      caption={say(safetyLists.contacts.name, language)}
      quietCaption
      rows={rows}
      columns={[
        { label: say(words.officer, language), names: true, cell: ({ name, username }) => `${name} (${username})` },
        { label: say(words.duty, language), cell: ({ duty }) => say(contactDutyWords[duty], language) },
        { label: say(words.unit, language), cell: ({ unit }) => unit },
        { label: say(words.since, language), cell: ({ since }) => <DateTime at={since} language={language} short /> },
        ...(mayDo(viewer, 'answer-alerts') ? [{ label: say(words.ending, language), cell: end }] : []),
      ]}
    />
  )
}

type FormProps = { visit: SignedVisit; problems: readonly Problem[] }

function ContactForm({ visit: { language, csrf, form }, problems }: FormProps) {
  return (
    <Section title={say(words.form, language)}>
      <Form action={path} csrf={csrf}>
        <RadioGroup
          language={language}
          name="duty"
          label={say(words.duty, language)}
          value={form.fields['duty']}
          error={problemOf(problems, 'duty')}
          options={(['operator', 'it-centre'] as const).map((duty) => ({
            value: duty,
            label: say(contactDutyWords[duty], language),
          }))}
        />
        <TextField
          language={language}
          name="username"
          label={say(words.username, language)}
          value={form.fields['username']}
          error={problemOf(problems, 'username')}
          width="medium"
          autocomplete="off"
          spellcheck={false}
        />
        <Buttons>
          <Button>{say(words.add, language)}</Button>
        </Buttons>
      </Form>
    </Section>
  )
}
