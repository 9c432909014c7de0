import {
  accountById,
  confirmBody,
  confirmRepresentation,
  type RepresentationPlace,
  refuseBody,
  refuseRepresentation,
  type Representation,
  representationById,
  representationsWaiting,
  type Told,
  toldIn,
} from '../../accounts/index.ts'
import { fileHeaders } from '../../api/index.ts'
import { write } from '../../audit/index.ts'
import { fileById, openFile } from '../../documents/index.ts'
import { type Day } from '../../ground/day.ts'
import { isId } from '../../ground/uuid.ts'
import { z } from 'zod'
import { addressWith, readCursor, writeCursor } from '../public/cursor.ts'
import { refusalText, say, type Words } from '../../words/index.ts'
import { kindWords } from '../public/representations-words.ts'
import {
  Button,
  Buttons,
  DataTable,
  DateTime,
  DayText,
  DefinitionList,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  Pagination,
  type Problem,
  problemOf,
  Section,
  TextArea,
  TextField,
} from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'
import { missing, officerDoor, officerPage } from './page.tsx'
import { areaWords } from './queue-words.ts'

export const representationsPath = '/viec/dai-dien'

const place = z.object({ at: z.iso.datetime(), id: z.uuid() })
const pageLength = 50

const words = {
  lead: {
    vi: 'Người đề nghị nộp hồ sơ thay cho người khác. Đối chiếu giấy tờ rồi xác nhận; chưa xác nhận thì họ chưa nộp thay được.',
    en: 'People who ask to file for somebody else. See the paper, then confirm; until then they cannot.',
  },
  agent: { vi: 'Người đại diện', en: 'Representative' },
  represented: { vi: 'Người được đại diện', en: 'Represented' },
  representative: { vi: 'Người đại diện theo pháp luật', en: 'Legal representative' },
  number: { vi: 'Số định danh hoặc mã số thuế', en: 'Identity number or tax code' },
  kind: { vi: 'Tư cách', en: 'As' },
  asked: { vi: 'Gửi lúc', en: 'Asked' },
  period: { vi: 'Thời hạn', en: 'Period' },
  noEnd: { vi: 'không thời hạn', en: 'without end' },
  paper: { vi: 'Giấy tờ chứng minh', en: 'The paper' },
  open: { vi: 'Mở giấy tờ', en: 'Open the paper' },
  none: { vi: 'Không có đề nghị nào đang chờ', en: 'Nothing waits' },
  noneText: { vi: 'Đề nghị mới hiện ở đây.', en: 'New requests appear here.' },
  title: { vi: 'Đề nghị đại diện', en: 'Request to represent' },
  confirm: { vi: 'Xác nhận đã đối chiếu giấy tờ', en: 'Confirm that the paper was seen' },
  confirmText: {
    vi: 'Người được đại diện chưa có tài khoản thì được mở tài khoản theo số đã khai.',
    en: 'Where the represented has no account, one is opened under the number given.',
  },
  evidence: {
    vi: 'Giấy chứng nhận đăng ký của tổ chức (số, ngày cấp)',
    en: 'Certificate of registration (number, date)',
  },
  evidenceHint: {
    vi: 'Ghi khi tổ chức chưa có tài khoản: tài khoản được mở theo giấy này.',
    en: 'Give it where the organisation has no account yet: one is opened on it.',
  },
  refuse: { vi: 'Không xác nhận', en: 'Do not confirm' },
  reason: { vi: 'Lý do', en: 'Why' },
  reasonNeeded: { vi: 'Ghi lý do, ít nhất 5 ký tự.', en: 'Say why, in at least 5 signs.' },
  confirmed: { vi: 'Đã xác nhận đại diện', en: 'Confirmed' },
  refused: { vi: 'Đã từ chối đề nghị', en: 'Refused' },
} as const satisfies Record<string, Words>

/** What waits for whoever may confirm that one person stands for another. */
export const representationList = officerDoor(representationsPath, {
  may: 'confirm-representations',
  get: async (visit) => {
    const { house, language, query, now, viewer } = visit
    const read = readCursor(place, query['tiep'])
    const after: RepresentationPlace | undefined = read && { at: new Date(read.at), id: read.id }
    const found = await representationsWaiting(house.db, after, pageLength + 1)
    const waiting = found.slice(0, pageLength)
    const last = found.length > pageLength ? waiting.at(-1) : undefined
    const next = last && writeCursor({ at: last.askedAt.toISOString(), id: last.id })
    const title = say(areaWords.representations, language)
    const details = { list: 'representations', count: waiting.length }
    await write(house.db, { stream: `account:${viewer.id}`, act: 'list', actor: viewer.id, details, occurredAt: now })
    const said = query['xong'] === '1' ? words.confirmed : query['xong'] === '0' ? words.refused : undefined
    return officerPage(
      visit,
      { title },
      <>
        {said && <Notice tone="success" title={say(said, language)} />}
        <Heading lead={say(words.lead, language)}>{title}</Heading>
        <DataTable
          language={language}
          caption={title}
          quietCaption
          rows={waiting}
          columns={[
            {
              label: say(words.agent, language),
              names: true,
              cell: ({ id, agentName }) => <a href={`${representationsPath}/${id}`}>{agentName}</a>,
            },
            { label: say(words.kind, language), cell: ({ kind }) => say(kindWords[kind], language) },
            {
              label: say(words.asked, language),
              cell: ({ askedAt }) => <DateTime at={askedAt} language={language} short />,
            },
          ]}
          empty={
            <EmptyState title={say(words.none, language)}>
              <p>{say(words.noneText, language)}</p>
            </EmptyState>
          }
        />
        {(next || after) && (
          <Pagination
            language={language}
            next={next && addressWith(representationsPath, { tiep: next })}
            start={after ? representationsPath : undefined}
          />
        )}
      </>,
    )
  },
})

/** One asking: who, for whom, the paper; confirming it or not. */
export const representationPage = officerDoor(`${representationsPath}/:id`, {
  may: 'confirm-representations',
  get: async (visit) => {
    const found = await openOne(visit)
    return found ? page(visit, found) : missing(visit)
  },
  post: async (visit) => {
    const found = await openOne(visit)
    if (!found) return missing(visit)
    const { house, viewer, form, language } = visit
    const { id } = found.one
    if (form.fields['viec'] === 'xac-nhan') {
      const evidence = form.fields['evidence'] ?? ''
      const seen = confirmBody.safeParse(evidence ? { evidence } : {})
      if (!seen.success) return page(visit, found, [{ field: 'evidence', message: say(words.reasonNeeded, language) }])
      const done = await house.atDesk(viewer, (desk) => confirmRepresentation(desk, id, seen.data))
      if (done.ok) return { redirect: `${representationsPath}?xong=1` }
      const field = done.refusal === 'standing-reason-needed' ? 'evidence' : 'reason'
      return page(visit, found, [{ field, message: refusalText(done, language) }])
    }
    const read = refuseBody.safeParse({ reason: form.fields['reason'] ?? '' })
    if (!read.success) return page(visit, found, [{ field: 'reason', message: say(words.reasonNeeded, language) }])
    const done = await house.atDesk(viewer, (desk) => refuseRepresentation(desk, id, read.data))
    if (done.ok) return { redirect: `${representationsPath}?xong=0` }
    return page(visit, found, [{ field: 'reason', message: refusalText(done, language) }])
  },
})

/** The paper itself, for whoever decides. */
export const representationPaper = officerDoor(`${representationsPath}/:id/giay-to`, {
  may: 'confirm-representations',
  get: async (visit) => {
    const found = await openOne(visit)
    const { house } = visit
    const file = found?.one.file ? await fileById(house.db, house.vault, found.one.file) : undefined
    if (!file) return missing(visit)
    return { headers: fileHeaders(file), body: await openFile(house.db, house.vault, file.id) }
  },
})

type Found = { one: Representation; told: Told }

/** What still waits, with whom it names; opening it leaves its trace with whoever asked. */
async function openOne({ house, params, viewer, now }: SignedVisit): Promise<Found | undefined> {
  const id = params['id'] ?? ''
  const one = isId(id) ? await representationById(house.db, id) : undefined
  const told = one && (await toldIn(house.db, house.vault, id))
  if (!one || !told || one.confirmed !== null || one.endedAt) return undefined
  const details = { representation: id }
  const entry = { act: 'open-representation', actor: viewer.id, details, occurredAt: now }
  await write(house.db, { stream: `account:${one.agent}`, ...entry })
  return { one, told }
}

async function page(visit: SignedVisit, { one, told }: Found, problems: readonly Problem[] = []): Promise<Answer> {
  const { house, language, csrf, form } = visit
  const agent = await accountById(house.db, one.agent)
  const here = `${representationsPath}/${one.id}`
  const title = say(words.title, language)
  return officerPage(
    visit,
    { title, back: { href: representationsPath }, wrong: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} language={language} />
      <Heading>{title}</Heading>
      <DefinitionList
        rows={[
          { label: say(words.agent, language), value: `${one.agentName} (${agent?.username ?? ''})` },
          { label: say(words.kind, language), value: say(kindWords[one.kind], language) },
          { label: say(words.represented, language), value: told.name },
          ...(told.representative ? [{ label: say(words.representative, language), value: told.representative }] : []),
          { label: say(words.number, language), value: <span class="number">{told.identityNumber}</span> },
          {
            label: say(words.period, language),
            value: (
              <>
                <DayText day={one.validFrom as Day} language={language} weekday={false} /> –{' '}
                {one.validTo ? (
                  <DayText day={one.validTo as Day} language={language} weekday={false} />
                ) : (
                  say(words.noEnd, language)
                )}
              </>
            ),
          },
          { label: say(words.paper, language), value: <a href={`${here}/giay-to`}>{say(words.open, language)}</a> },
        ]}
      />
      <Section title={say(words.confirm, language)}>
        <Form action={here} csrf={csrf} hidden={{ viec: 'xac-nhan' }}>
          <p class="prose">{say(words.confirmText, language)}</p>
          {told.kind === 'organisation' && (
            <TextField
              language={language}
              name="evidence"
              label={say(words.evidence, language)}
              hint={say(words.evidenceHint, language)}
              value={form.fields['evidence']}
              error={problemOf(problems, 'evidence')}
              maxlength={300}
              autocomplete="off"
              optional
            />
          )}
          <Buttons>
            <Button>{say(words.confirm, language)}</Button>
          </Buttons>
        </Form>
      </Section>
      <Section title={say(words.refuse, language)}>
        <Form action={here} csrf={csrf} hidden={{ viec: 'tu-choi' }}>
          <TextArea
            language={language}
            name="reason"
            label={say(words.reason, language)}
            value={form.fields['reason']}
            error={problemOf(problems, 'reason')}
            maxlength={500}
          />
          <Buttons>
            <Button kind="grave">{say(words.refuse, language)}</Button>
          </Buttons>
        </Form>
      </Section>
    </>,
    problems.length > 0 ? 422 : undefined,
  )
}
