import {
  aboutAccount,
  changeData,
  changeDataBody,
  type DataChange,
  dataChangesOf,
  type Profile,
  profileOf,
} from '../../accounts/index.ts'
import { changeableBy, maskIdentity } from '../../accounts/law/index.ts'
import { write } from '../../audit/index.ts'
import type { Language } from '../../words/index.ts'
import { refusalText } from '../../words/index.ts'
import {
  addresses,
  Button,
  Buttons,
  DataTable,
  DateTime,
  DefinitionList,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  type Problem,
  problemOf,
  Section,
  Tag,
  TextField,
} from '../ui/index.ts'
import type { Answer, PageDoor, SignedVisit } from '../visit.ts'
import { localPath } from './local-path.ts'
import { fieldWords, originWords, routeWords, words } from './my-data-words.ts'
import { show, tellerOf } from './show.tsx'

export const myDataPath = '/tai-khoan/thong-tin'

/** What is known about the holder, how the account began, what waits for authentication; asking for a change. */
export const myData: PageDoor = {
  path: myDataPath,
  for: 'citizen',
  get: async (visit) => page(visit as SignedVisit),
  post: async (asked) => {
    const visit = asked as SignedVisit
    const { house, viewer, form, language, query } = visit
    const fields = changeableBy(viewer.kind)
    const typed =
      form.fields['viec'] === 'dung'
        ? {}
        : Object.fromEntries(
            fields.map((name) => [name, form.fields[name] ?? undefined]).filter(([, value]) => value !== undefined),
          )
    const read = changeDataBody.safeParse(typed)
    if (!read.success) {
      const wrong = new Set(read.error.issues.map(({ path }) => String(path[0])))
      const message = tellerOf(language)(words.wrong)
      return page(
        visit,
        fields.filter((name) => wrong.has(name)).map((field) => ({ field, message })),
      )
    }
    const changed = await house.atDesk(viewer, (desk) => changeData(desk, read.data))
    if (!changed.ok) return page(visit, [{ field: 'name', message: refusalText(changed, language) }])
    const back = localPath(form.fields['ve'] ?? query['ve'])
    if (back) return { redirect: back }
    return { redirect: `${myDataPath}?xong=${changed.value.changed.length > 0 ? 'sua' : 'dung'}` }
  },
}

async function page(visit: SignedVisit, problems: readonly Problem[] = []): Promise<Answer> {
  const { house, viewer, language, now, query } = visit
  const t = tellerOf(language)
  const [profile, about, changes] = await Promise.all([
    profileOf(house.db, house.vault, viewer.id),
    aboutAccount(house.db, house.vault, viewer.id),
    dataChangesOf(house.db, house.vault, viewer.id),
  ])
  await write(house.db, {
    stream: `account:${viewer.id}`,
    act: 'open-profile',
    actor: viewer.id,
    details: { for: 'information', from: visit.request.ip },
    occurredAt: now,
  })
  const done = query['xong'] === 'sua' ? words.asked : query['xong'] === 'dung' ? words.confirmed : undefined
  return show(
    visit,
    { title: t(words.title), back: { href: addresses.account }, wrong: problems.length > 0, search: false },
    <>
      <ErrorSummary problems={problems} language={language} />
      {about.updateNeededAt && problems.length === 0 && (
        <Notice tone="important" title={t(words.needed)}>
          <p>{t(words.neededText)}</p>
        </Notice>
      )}
      {done && problems.length === 0 && <Notice tone="success" title={t(done)} />}
      <Heading lead={t(words.lead)}>{t(words.title)}</Heading>
      <Section title={t(words.data)}>
        <Data profile={profile} changes={changes} visit={visit} />
      </Section>
      <Section title={t(words.begun)}>
        <DefinitionList
          rows={[
            { label: t(words.origin), value: t(originWords[about.origin]) },
            { label: t(words.route), value: t(routeWords[about.route]) },
            ...(about.openedBy ? [{ label: t(words.openedBy), value: about.openedBy }] : []),
            ...(about.certificate ? [{ label: t(words.certificate), value: about.certificate }] : []),
            { label: t(words.when), value: <DateTime at={about.createdAt} language={language} /> },
          ]}
        />
      </Section>
      <Section title={t(words.change)}>
        <ChangeForm visit={visit} profile={profile} problems={problems} />
      </Section>
      <Section title={t(words.history)}>
        <Changes changes={changes} language={language} />
      </Section>
    </>,
  )
}

/** `1992-08-14` as one writes it, 14/8/1992; what is not known of it stays away. */
function plainDate(partial: string): string {
  return partial
    .split('-')
    .toReversed()
    .map((part) => part.replace(/^0/, ''))
    .join('/')
}

type Props = { visit: SignedVisit; profile: Profile }

function Data({ visit: { language, viewer }, profile, changes }: Props & { changes: readonly DataChange[] }) {
  const t = tellerOf(language)
  const none = <span class="muted">{t(words.none)}</span>
  const person = viewer.kind === 'person'
  const waiting = (field: string) => changes.find((one) => one.field === field && one.taken === null)
  const told = changeableBy(viewer.kind).map((field) => ({
    label: t(fieldWords[field]),
    value: (
      <>
        {profile[field] || none}
        {waiting(field) && (
          <p class="small">
            <Tag tone="soon">{t(words.waiting, { value: waiting(field)!.becomes ?? '' })}</Tag>
          </p>
        )}
      </>
    ),
  }))
  const [name, ...others] = told
  return (
    <DefinitionList
      rows={[
        ...(name ? [name] : []),
        {
          label: t(words.identity),
          value: profile.identityNumber ? <span class="number">{maskIdentity(profile.identityNumber)}</span> : none,
        },
        ...(person
          ? [
              { label: t(words.birthDate), value: profile.birthDate ? plainDate(profile.birthDate) : none },
              { label: t(words.sex), value: profile.sex ?? none },
            ]
          : []),
        ...others,
      ]}
    />
  )
}

function ChangeForm({ visit, profile, problems }: Props & { problems: readonly Problem[] }) {
  const { language, csrf, form, query, viewer } = visit
  const t = tellerOf(language)
  const back = localPath(form.fields['ve'] ?? query['ve'])
  return (
    <Form action={myDataPath} csrf={csrf} hidden={back ? { ve: back } : {}}>
      <p class="prose">{t(words.changeText)}</p>
      {changeableBy(viewer.kind).map((field) => (
        <TextField
          language={language}
          name={field}
          label={t(fieldWords[field])}
          value={form.fields[field] ?? profile[field]}
          error={problemOf(problems, field)}
          maxlength={300}
          autocomplete="off"
          optional={field !== 'name'}
        />
      ))}
      <Buttons>
        <Button>{t(words.submit)}</Button>
        <Button kind="quiet" name="viec" value="dung" formnovalidate>
          {t(words.right)}
        </Button>
      </Buttons>
    </Form>
  )
}

/** What was changed and asked for, with who decided. */
export function Changes({ changes, language }: { changes: readonly DataChange[]; language: Language }) {
  const t = tellerOf(language)
  const stateOf = ({ taken }: DataChange) =>
    taken === null
      ? (['soon', words.waits] as const)
      : taken
        ? (['done', words.taken] as const)
        : (['plain', words.refused] as const)
  return (
    <DataTable
      language={language}
      caption={t(words.history)}
      quietCaption
      rows={changes}
      columns={[
        { label: t(words.field), names: true, cell: ({ field }) => t(fieldWords[field]) },
        { label: t(words.was), cell: ({ was }) => was || t(words.none) },
        { label: t(words.becomes), cell: ({ becomes }) => becomes || t(words.none) },
        { label: t(words.at), cell: ({ askedAt }) => <DateTime at={askedAt} language={language} short /> },
        {
          label: t(words.state),
          cell: (one) => {
            const [tone, said] = stateOf(one)
            return (
              <>
                <Tag tone={tone}>{t(said)}</Tag>
                {one.decidedBy && <p class="small muted">{one.decidedBy}</p>}
              </>
            )
          },
        },
      ]}
      empty={<p class="muted">{t(words.noHistory)}</p>}
    />
  )
}
