import { reorganise, reorganiseBody } from '../../dossiers/index.ts'
import { type Day, dayOf } from '../../ground/day.ts'
import { changes, type ChangeLine, treeOn, type TreeLine, unitByIdentifier } from '../../organisations/index.ts'
import { isUnitKind, mayDo, unitKinds } from '../../organisations/law/index.ts'
import { type Language, type Refusal, refusalWords, say, type Words } from '../../words/index.ts'
import { address, areaWords, missing, officerDoor, officerPage } from '../officer/desk.ts'
import { freshOnce, onceOf } from '../public/show.tsx'
import {
  Button,
  DataTable,
  DateTime,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  type Problem,
  problemOf,
  Section,
  TextArea,
  TextField,
} from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'

const here = '/quan-tri/to-chuc'

const words = {
  lead: {
    vi: 'Cơ quan, đơn vị đang hoạt động hôm nay và các lần sắp xếp. Đơn vị đã sáp nhập vẫn được giữ với ngày cuối và đơn vị kế thừa.',
    en: 'The agencies and units in force today, and what was reorganised. A merged unit is kept, with its last day and its successor.',
  },
  saved: {
    vi: 'Đã sáp nhập. Hồ sơ, vị trí và thủ tục đã chuyển sang đơn vị mới.',
    en: 'Merged. Dossiers, posts and procedures go on at the new unit.',
  },
  choose: {
    vi: 'Chọn đơn vị để giao vị trí cho {username}',
    en: 'Choose the unit in which {username} gets a post',
  },
  chooseText: {
    vi: 'Mở trang của đơn vị đó, điền mục “Giao vị trí”. Tên đăng nhập đã được ghi sẵn.',
    en: 'Open its page and fill in “Give a post”. The user name is written there already.',
  },
  tree: { vi: 'Cây tổ chức', en: 'The tree' },
  name: { vi: 'Tên đơn vị', en: 'Unit' },
  code: { vi: 'Mã định danh', en: 'Code' },
  earlier: { vi: 'Mã trước đây', en: 'Earlier code' },
  posts: { vi: 'Số vị trí', en: 'Posts' },
  kind: { vi: 'Loại', en: 'Kind' },
  website: { vi: 'Trang thông tin điện tử', en: 'Website' },
  noWebsite: { vi: 'Chưa có', en: 'None yet' },
  open: { vi: 'Thêm đơn vị', en: 'Add a unit' },
  history: { vi: 'Các lần sắp xếp', en: 'What was reorganised' },
  none: { vi: 'Chưa có lần sắp xếp nào', en: 'Nothing was reorganised yet' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  into: { vi: 'Sáp nhập vào', en: 'Merged into' },
  why: { vi: 'Lý do, văn bản', en: 'Why, by which paper' },
  who: { vi: 'Người ghi, lúc', en: 'Written by, at' },
  merge: { vi: 'Sáp nhập đơn vị', en: 'Merge units' },
  mergeText: {
    vi: 'Có hiệu lực ngay hôm nay. Các đơn vị cũ kết thúc; vị trí, đơn vị bên dưới và hồ sơ đang xử lý chuyển sang đơn vị kế thừa. Chứng thư số của cơ quan mới cần được cấp riêng.',
    en: 'In force from today. The old units end; posts, units below and dossiers in flight go to the successor. The new agency needs a certificate of its own.',
  },
  units: { vi: 'Mã của các đơn vị kết thúc, mỗi dòng một mã', en: 'Codes of the units that end, one a line' },
  unitsHint: { vi: 'Nhận cả mã trước đây, ví dụ 000.00.12.H15', en: 'The earlier order is understood too' },
  target: { vi: 'Mã của đơn vị kế thừa', en: 'Code of the successor' },
  targetHint: {
    vi: 'Nếu là đơn vị mới, ghi thêm tên và nơi đặt trụ sở ở dưới',
    en: 'For a new unit give its name and place below',
  },
  newName: { vi: 'Tên đơn vị mới', en: 'Name of the new unit' },
  newPlace: { vi: 'Địa danh ghi trên văn bản', en: 'Place printed on its papers' },
  decision: { vi: 'Văn bản sắp xếp (số, ngày)', en: 'By which paper (number, day)' },
  reason: { vi: 'Lý do', en: 'Why' },
  save: { vi: 'Sáp nhập', en: 'Merge' },
  unknown: { vi: 'Không có đơn vị nào mang mã {code}.', en: 'No unit has the code {code}.' },
  needed: { vi: 'Ghi nội dung này.', en: 'Fill this in.' },
} as const satisfies Record<string, Words>

/** The tree of agencies as it stands today, its history, and how units become one: for whoever administers; auditors look. */
export const organisationsPage = officerDoor(here, {
  may: 'see-organisations',
  get: (visit) => page(visit),
  post: async (visit) => {
    const { house, viewer } = visit
    if (!mayDo(viewer, 'manage-organisations')) return missing(visit)
    const read = await readMerge(visit)
    if (!read.body) return page(visit, read.problems)
    const made = ({ into }: { into: string }) => ({ status: 201, resource: into })
    const done = await house.atDeskOnce(viewer, onceOf(visit), (desk) => reorganise(desk, read.body!), made)
    if (done.ok) return { redirect: `${here}?xong=1` }
    return page(visit, [{ field: fieldOf(done.refusal), message: say(refusalWords[done.refusal], visit.language) }])
  },
})

const fieldOf = (refusal: Refusal) => (refusal === 'identifier-taken' ? 'ke-thua' : 'don-vi')

async function readMerge({ house, form: { fields }, language }: SignedVisit) {
  const text = (name: string) => fields[name]?.trim().normalize('NFC') ?? ''
  const problems: Problem[] = []
  const codes = text('don-vi')
    .split(/[\s,;]+/)
    .filter(Boolean)
    .slice(0, 50)
  const units: string[] = []
  for (const code of codes) {
    const unit = await unitByIdentifier(house.db, code)
    if (unit) units.push(unit.id)
    else problems.push({ field: 'don-vi', message: say(words.unknown, language, { code }) })
  }
  const target = text('ke-thua').toUpperCase()
  const known = target ? await unitByIdentifier(house.db, target) : undefined
  const name = text('ten-moi')
  if (target && !known && !name)
    problems.push({ field: 'ke-thua', message: say(words.unknown, language, { code: target }) })
  const body = reorganiseBody.safeParse({
    units,
    into: known && !name ? known.id : { name, identifier: target, place: text('dia-danh') },
    decision: text('van-ban'),
    reason: text('ly-do'),
  })
  const names: Record<string, string> = { units: 'don-vi', into: 'ke-thua', decision: 'van-ban', reason: 'ly-do' }
  if (!body.success)
    for (const field of new Set(body.error.issues.map(({ path }) => names[String(path[0])]!)))
      if (!problems.some((one) => one.field === field)) problems.push({ field, message: say(words.needed, language) })
  return problems.length > 0 || !body.success ? { problems } : { body: body.data, problems: [] }
}

async function page(visit: SignedVisit, problems: readonly Problem[] = []): Promise<Answer> {
  const { house, viewer, language, now, query } = visit
  const [tree, history] = await Promise.all([treeOn(house.db, dayOf(now) as Day), changes(house.db)])
  const title = say(areaWords.organisations, language)
  const person = mayDo(viewer, 'manage-officers') ? query['nguoi']?.trim().slice(0, 60) : undefined
  return officerPage(
    visit,
    { title, wrong: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} language={language} />
      {query['xong'] === '1' && <Notice tone="success" title={say(words.saved, language)} />}
      <Heading lead={say(words.lead, language)}>{title}</Heading>
      {person && (
        <Notice title={say(words.choose, language, { username: person })}>
          <p>{say(words.chooseText, language)}</p>
        </Notice>
      )}
      <Section title={say(words.tree, language)}>
        <Tree lines={tree} language={language} person={person} />
        {mayDo(viewer, 'manage-organisations') && (
          <p>
            <a href={`${here}/moi`}>{say(words.open, language)}</a>
          </p>
        )}
      </Section>
      <Section title={say(words.history, language)}>
        <History lines={history} language={language} />
      </Section>
      {mayDo(viewer, 'manage-organisations') && (
        <Section title={say(words.merge, language)}>
          <p class="prose">{say(words.mergeText, language)}</p>
          <MergeForm visit={visit} problems={problems} />
        </Section>
      )}
    </>,
    problems.length > 0 ? 422 : 200,
  )
}

function MergeForm({
  visit: {
    language,
    csrf,
    form: { fields },
  },
  problems,
}: {
  visit: SignedVisit
  problems: readonly Problem[]
}) {
  const field = (name: string, label: Words) => ({
    language,
    name,
    label: say(label, language),
    value: fields[name],
    error: problemOf(problems, name),
    autocomplete: 'off',
  })
  return (
    <Form action={here} csrf={csrf} hidden={freshOnce()}>
      <TextArea {...field('don-vi', words.units)} hint={say(words.unitsHint, language)} rows={3} />
      <TextField {...field('ke-thua', words.target)} hint={say(words.targetHint, language)} width="medium" />
      <TextField {...field('ten-moi', words.newName)} optional />
      <TextField {...field('dia-danh', words.newPlace)} optional />
      <TextField {...field('van-ban', words.decision)} />
      <TextField {...field('ly-do', words.reason)} />
      <Button>{say(words.save, language)}</Button>
    </Form>
  )
}

type TreeProps = { lines: readonly TreeLine[]; language: Language; person: string | undefined }

/** Each unit leads to its page, and takes along who is to get a post there. */
function Tree({ lines, language, person }: TreeProps) {
  const way = (id: string) => address(`${here}/${id}`, { nguoi: person }) + (person ? '#giao-vi-tri' : '')
  return (
    <DataTable
      language={language}
      caption={say(words.tree, language)}
      quietCaption
      rows={lines}
      columns={[
        {
          label: say(words.name, language),
          names: true,
          cell: ({ id, name, depth }) => (
            <>
              {'– '.repeat(depth)}
              <a href={way(id)}>{name}</a>
            </>
          ),
        },
        {
          label: say(words.kind, language),
          cell: ({ kind }) => (isUnitKind(kind) ? say(unitKinds[kind], language) : kind),
        },
        { label: say(words.code, language), whole: true, cell: ({ identifier }) => identifier },
        { label: say(words.earlier, language), whole: true, cell: ({ oldIdentifier }) => oldIdentifier ?? '–' },
        { label: say(words.posts, language), cell: ({ posts }) => posts },
        { label: say(words.website, language), cell: ({ website }) => <Website of={website} language={language} /> },
      ]}
      empty={<EmptyState title={say(words.none, language)} />}
    />
  )
}

/** The site of an agency, or that it has none yet. */
export function Website({ of, language }: { of: string | null; language: Language }) {
  if (!of) return <span class="muted">{say(words.noWebsite, language)}</span>
  return (
    <a href={of} rel="noreferrer">
      {of.replace(/^https?:\/\//, '')}
    </a>
  )
}

function History({ lines, language }: { lines: readonly ChangeLine[]; language: Language }) {
  return (
    <DataTable
      language={language}
      caption={say(words.history, language)}
      quietCaption
      rows={lines}
      columns={[
        { label: say(words.unit, language), names: true, cell: ({ unit }) => unit },
        { label: say(words.into, language), cell: ({ into }) => into ?? '–' },
        {
          label: say(words.why, language),
          cell: ({ reason, decision }) => (
            <>
              {reason}
              <p class="small">{decision}</p>
            </>
          ),
        },
        {
          label: say(words.who, language),
          cell: ({ madeBy, madeAt }) => (
            <>
              {madeBy}
              <p class="small">
                <DateTime at={madeAt} language={language} />
              </p>
            </>
          ),
        },
      ]}
      empty={<EmptyState title={say(words.none, language)} />}
    />
  )
}
