import { profileOf, representedBy } from '../../accounts/index.ts'
import { shownPhone } from '../../accounts/law/index.ts'
import { write } from '../../audit/index.ts'
import { file, fileBody, myDossiers } from '../../dossiers/index.ts'
import { dayOf } from '../../ground/day.ts'
import {
  agenciesOf,
  type CompetentAgency,
  type Definition,
  isOnlyPublished,
  prefilled,
  versionOn,
} from '../../procedures/index.ts'
import { audienceWords, returnWords, type Words } from '../../words/index.ts'
import { freshOnce, notFound, onceOf, refusalSentence, show, tellerOf, Vietnamese } from '../public/show.tsx'
import {
  addresses,
  Button,
  Buttons,
  DefinitionList,
  ErrorSummary,
  Form,
  Heading,
  LinkButton,
  Notice,
  type Problem,
  problemOf,
  RadioGroup,
  SelectField,
} from '../ui/index.ts'
import { type Answer, type PageDoor, readerOf, type SignedVisit } from '../visit.ts'
import { withoutWrong } from './draft.ts'

const words = {
  title: { vi: 'Bắt đầu nộp hồ sơ', en: 'Begin your dossier' },
  lead: {
    vi: 'Chọn nơi nộp và cách nhận kết quả. Thông tin trong tài khoản được điền sẵn vào tờ khai.',
    en: 'Choose the agency and how the result comes back. What your account knows is filled into the form.',
  },
  agency: { vi: 'Nơi nộp', en: 'Agency' },
  agencyNeeded: { vi: 'Chọn cơ quan nhận hồ sơ.', en: 'Choose the agency.' },
  return: { vi: 'Cách nhận kết quả', en: 'How the result comes back' },
  returnNeeded: { vi: 'Chọn cách nhận kết quả.', en: 'Choose how the result comes back.' },
  forWhom: { vi: 'Nộp cho ai', en: 'For whom' },
  forWhomHint: {
    vi: 'Nộp thay cho người khác thì kết quả và giấy tờ về kho của người đó.',
    en: 'Filed for somebody else, the result and the papers go to their record.',
  },
  forMyself: { vi: 'Cho chính tôi', en: 'For myself' },
  begin: { vi: 'Bắt đầu khai', en: 'Begin' },
  draft: { vi: 'Bạn đang có hồ sơ khai dở của thủ tục này', en: 'You have an unfinished draft of this procedure' },
  resume: { vi: 'Làm tiếp hồ sơ khai dở', en: 'Go on with the draft' },
  notYou: { vi: 'Thủ tục này dành cho: {audience}', en: 'This procedure is for: {audience}' },
  notYouText: {
    vi: 'Hãy đăng nhập bằng tài khoản thuộc đối tượng đó, hoặc hỏi nơi tiếp nhận.',
    en: 'Sign in with such an account, or ask a counter.',
  },
  notOnline: { vi: 'Thủ tục này chưa nhận hồ sơ trực tuyến', en: 'This procedure is not taken in online' },
  noAgency: {
    vi: 'Tỉnh chưa công bố cơ quan nhận thủ tục này trực tuyến',
    en: 'No agency has been named for this procedure yet',
  },
  counters: { vi: 'Tìm nơi tiếp nhận', en: 'Find a counter' },
  whereToFile: { vi: 'Xem nơi nộp', en: 'See where to file' },
} as const satisfies Record<string, Words>

type Start = { definition: Definition; agencies: CompetentAgency[] }

/** Where the dossier goes and how its result comes back; then the draft begins. */
export const start: PageDoor = {
  path: '/thu-tuc/:code/nop',
  for: 'citizen',
  get: async (visit) => {
    const begin = await startOf(visit as SignedVisit)
    return begin ? page(visit as SignedVisit, begin) : notOpen(visit as SignedVisit)
  },
  post: async (asked) => {
    const visit = asked as SignedVisit
    const { house, form, language, viewer, now } = visit
    const begin = await startOf(visit)
    if (!begin) return notOpen(visit)
    const t = tellerOf(language)
    const { definition } = begin
    const behalf = form.fields['cho'] || undefined
    const body = fileBody.safeParse({
      procedure: definition.code,
      agency: form.fields['agency'],
      channel: 'online',
      form: behalf ? {} : await firstAnswers(visit, definition),
      attachments: [],
      returnBy: form.fields['returnBy'],
      ...(behalf ? { representation: behalf } : {}),
    })
    if (!body.success) {
      const wrong = new Set(body.error.issues.map(({ path }) => path[0]))
      return page(visit, begin, [
        ...(wrong.has('agency') ? [{ field: 'agency', message: t(words.agencyNeeded) }] : []),
        ...(wrong.has('returnBy') ? [{ field: 'returnBy', message: t(words.returnNeeded) }] : []),
      ])
    }
    const made = ({ id }: { id: string }) => ({ status: 201, resource: id })
    const once = await house.atDeskOnce(viewer, onceOf(visit), (desk) => file(desk, body.data), made)
    // The same page sent again with another choice is another dossier.
    const outcome =
      !once.ok && once.refusal === 'key-reused'
        ? await house.atDeskOnce(viewer, undefined, (desk) => file(desk, body.data), made)
        : once
    if (!outcome.ok)
      return page(visit, begin, [{ field: 'agency', message: refusalSentence(outcome.refusal, language) }], 409)
    const id = outcome.value.repeated ? outcome.value.resource : outcome.value.value.id
    await write(house.db, {
      stream: `account:${viewer.id}`,
      act: 'open-profile',
      actor: viewer.id,
      details: { for: 'form' },
      occurredAt: now,
    })
    return { redirect: `/ho-so/${id}/to-khai` }
  },
}

async function startOf({ house, params, now }: SignedVisit): Promise<Start | undefined> {
  const version = await versionOn(house.db, params['code'] ?? '', dayOf(now))
  return version && { definition: version.definition, agencies: await agenciesOf(house.db, version.definition.code) }
}

/** A procedure that is only published is not filed here, and its page says where; any other is not found. */
async function notOpen(visit: SignedVisit): Promise<Answer> {
  const { house, params, language } = visit
  const code = params['code'] ?? ''
  if (!(await isOnlyPublished(house.db, code))) return notFound(visit)
  const t = tellerOf(language)
  return show(
    visit,
    { title: t(words.notOnline), back: { href: `${addresses.procedures}/${code}` }, search: false },
    <>
      <Heading>{t(words.notOnline)}</Heading>
      <p>{refusalSentence('procedure-not-open', language)}</p>
      <Buttons>
        <LinkButton href={`${addresses.procedures}/${code}`}>{t(words.whereToFile)}</LinkButton>
      </Buttons>
    </>,
    409,
  )
}

/** What the account knows, as far as this form can take it. */
async function firstAnswers({ house, viewer, now }: SignedVisit, { form }: Definition) {
  const profile = await profileOf(house.db, house.vault, viewer.id)
  const phone = profile.phone && shownPhone(profile.phone)
  return withoutWrong(form, prefilled(form, { ...profile, phone }), now).kept
}

async function page(
  visit: SignedVisit,
  { definition: d, agencies }: Start,
  problems: readonly Problem[] = [],
  status?: number,
): Promise<Answer> {
  const { house, language, csrf, form, viewer, now } = visit
  const t = tellerOf(language)
  const name = d.shortName ?? d.name
  const kind = viewer.kind === 'organisation' ? 'organisation' : 'person'
  const represented = (await representedBy(house.db, viewer.id, dayOf(now))).filter(({ beneficiaryKind }) =>
    d.audience.includes(beneficiaryKind as 'person'),
  )
  const closed =
    !d.audience.includes(kind) && represented.length === 0
      ? {
          title: t(words.notYou, { audience: d.audience.map((one) => t(audienceWords[one]!)).join(', ') }),
          text: t(words.notYouText),
        }
      : !d.channels.includes('online')
        ? { title: t(words.notOnline) }
        : agencies.length === 0
          ? { title: t(words.noAgency) }
          : undefined
  const { items: drafts } = await myDossiers(readerOf(visit), { drafts: true, limit: 50 })
  const begun = drafts.find((one) => one.procedure === d.code)
  return show(
    visit,
    {
      title: `${t(words.title)} – ${name}`,
      back: { href: `${addresses.procedures}/${d.code}` },
      wrong: problems.length > 0,
      search: false,
    },
    <>
      <ErrorSummary problems={problems} language={language} />
      <Heading kicker={<Vietnamese language={language}>{name}</Vietnamese>} lead={closed ? undefined : t(words.lead)}>
        {t(words.title)}
      </Heading>
      {closed ? (
        <>
          <Notice title={closed.title} tone="important">
            {closed.text && <p>{closed.text}</p>}
          </Notice>
          <Buttons>
            <LinkButton href={addresses.counters}>{t(words.counters)}</LinkButton>
          </Buttons>
        </>
      ) : (
        <>
          {begun && (
            <Notice title={t(words.draft)}>
              <p>
                <a href={`/ho-so/${begun.id}/to-khai`}>{t(words.resume)}</a>
              </p>
            </Notice>
          )}
          <Form
            action={`${addresses.procedures}/${d.code}/nop`}
            csrf={csrf}
            hidden={{ ...freshOnce(), ...(agencies.length === 1 ? { agency: agencies[0]!.id } : {}) }}
          >
            {represented.length > 0 && (
              <RadioGroup
                language={language}
                name="cho"
                label={t(words.forWhom)}
                hint={t(words.forWhomHint)}
                value={form.fields['cho'] ?? (d.audience.includes(kind) ? '' : represented[0]!.id)}
                options={[
                  ...(d.audience.includes(kind) ? [{ value: '', label: t(words.forMyself) }] : []),
                  ...represented.map((one) => ({ value: one.id, label: one.beneficiaryName! })),
                ]}
              />
            )}
            <Agency agencies={agencies} visit={visit} problems={problems} />
            <RadioGroup
              language={language}
              name="returnBy"
              label={t(words.return)}
              options={d.returnBy.map((value) => ({ value, label: t(returnWords[value]) }))}
              value={form.fields['returnBy'] ?? d.returnBy[0]}
              error={problemOf(problems, 'returnBy')}
            />
            <Buttons>
              <Button>{t(words.begin)}</Button>
            </Buttons>
          </Form>
        </>
      )}
    </>,
    status,
  )
}

/** A few agencies stand side by side, many in a list, a single one is simply named. */
function Agency({
  agencies,
  visit,
  problems,
}: {
  agencies: CompetentAgency[]
  visit: SignedVisit
  problems: readonly Problem[]
}) {
  const { language, form } = visit
  const t = tellerOf(language)
  const [only] = agencies
  if (only && agencies.length === 1 && problems.length === 0) {
    return (
      <DefinitionList
        rows={[{ label: t(words.agency), value: <Vietnamese language={language}>{only.name}</Vietnamese> }]}
      />
    )
  }
  const field = {
    language,
    name: 'agency',
    label: t(words.agency),
    options: agencies.map(({ id, name }) => ({ value: id, label: name })),
    value: form.fields['agency'],
    error: problemOf(problems, 'agency'),
  }
  return agencies.length > 7 ? <SelectField {...field} /> : <RadioGroup {...field} />
}
