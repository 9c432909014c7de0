import {
  accountById,
  addPasskey,
  askToAdd,
  hasPassword,
  mayAddProof,
  passkeyBody,
  type Passkey,
  passkeysOf,
  removePasskey,
} from '../../accounts/index.ts'
import { isId } from '../../ground/uuid.ts'
import { type Refusal, refusalText } from '../../words/index.ts'
import {
  Button,
  Buttons,
  csrfField,
  DataTable,
  DateTime,
  ErrorSummary,
  Form,
  Heading,
  LinkButton,
  Notice,
  PasswordField,
  type Problem,
  problemOf,
  Section,
  TextField,
} from '../ui/index.ts'
import type { Answer, PageDoor, SignedVisit } from '../visit.ts'
import { PasskeyPart } from './passkey-part.tsx'
import { words } from './passkeys-words.ts'
import { portalOf } from './session.ts'
import { show, tellerOf } from './show.tsx'

export const passkeysPath = '/tai-khoan/an-toan/khoa-truy-cap'

const fieldOf: Partial<Record<Refusal, string>> = { 'password-wrong': 'password', 'too-many-requests': 'password' }

/** The holder's passkeys: which there are, taking one out, adding one. */
export const passkeys: PageDoor = {
  path: passkeysPath,
  for: 'signed-in',
  get: async (visit) => page(visit as SignedVisit),
  post: async (asked) => {
    const visit = asked as SignedVisit
    const { house, viewer, session, form, language, csrf } = visit
    const t = tellerOf(language)
    const { bo, label = '', password = '', khoa = '' } = form.fields
    if (bo !== undefined) {
      if (!isId(bo)) return page(visit)
      const removed = await house.atDesk(viewer, (desk) => removePasskey(desk, { id: bo, session }))
      return removed.ok
        ? { redirect: `${passkeysPath}?da-bo=1` }
        : page(visit, [{ field: 'label', message: refusalText(removed, language) }])
    }
    const read = passkeyBody.safeParse({ label, password, sent: khoa })
    const needed = [
      ...(read.success ? [] : [{ field: 'label', message: t(words.labelNeeded) }]),
      ...(password === '' && (await hasPassword(house.db, viewer.id))
        ? [{ field: 'password', message: t(words.passwordNeeded) }]
        : []),
    ]
    if (!read.success || needed.length > 0) return page(visit, needed)
    const added = await house.atDesk(viewer, (desk) =>
      addPasskey(desk, { ...read.data, session, browser: csrf, portal: portalOf(visit) }),
    )
    if (added.ok) return { redirect: `${passkeysPath}?da-them=1` }
    return page(visit, [{ field: fieldOf[added.refusal] ?? 'label', message: refusalText(added, language) }])
  },
}

async function page(visit: SignedVisit, problems: readonly Problem[] = []): Promise<Answer> {
  const { house, viewer, language, query } = visit
  const t = tellerOf(language)
  const held = await passkeysOf(house.db, viewer.id)
  return show(
    visit,
    { title: t(words.title), back: { href: '/tai-khoan/an-toan' }, wrong: problems.length > 0, search: false },
    <>
      <ErrorSummary problems={problems} language={language} />
      {query['da-them'] === '1' && problems.length === 0 && <Notice tone="success" title={t(words.added)} />}
      {query['da-bo'] === '1' && problems.length === 0 && <Notice tone="success" title={t(words.removed)} />}
      <Heading lead={t(words.lead)}>{t(words.title)}</Heading>
      <Section title={t(words.yours)}>
        {held.length > 0 ? <Held visit={visit} held={held} /> : <p>{t(words.none)}</p>}
      </Section>
      <Section title={t(words.add)}>{await adding(visit, problems)}</Section>
    </>,
  )
}

async function adding(visit: SignedVisit, problems: readonly Problem[]) {
  const { house, viewer, session, language, csrf, form, now } = visit
  const t = tellerOf(language)
  if (!(await mayAddProof(house.db, viewer.id, session))) {
    return (
      <>
        <p class="prose">{t(words.proveFirst)}</p>
        <Buttons>
          <LinkButton href={`/tai-khoan/buoc-hai?ve=${encodeURIComponent(passkeysPath)}`}>{t(words.prove)}</LinkButton>
        </Buttons>
      </>
    )
  }
  const ask = await askToAdd(
    house,
    (await accountById(house.db, viewer.id))!,
    { browser: csrf, portal: portalOf(visit) },
    now,
  )
  if (!ask) return <p>{t(words.notHere, { address: house.config.url })}</p>
  return (
    <Form action={passkeysPath} csrf={csrf}>
      <PasskeyPart kind="create" ask={ask} language={language}>
        <p class="prose">{t(words.addLead)}</p>
        <TextField
          language={language}
          name="label"
          label={t(words.label)}
          hint={t(words.labelHint)}
          value={form.fields['label']}
          error={problemOf(problems, 'label')}
          maxlength={60}
          autocomplete="off"
        />
        {(await hasPassword(house.db, viewer.id)) && (
          <PasswordField
            language={language}
            name="password"
            label={t(words.password)}
            error={problemOf(problems, 'password')}
            autocomplete="current-password"
          />
        )}
        <Buttons>
          <Button>{t(words.submit)}</Button>
        </Buttons>
      </PasskeyPart>
    </Form>
  )
}

function Held({ visit: { language, csrf }, held }: { visit: SignedVisit; held: readonly Passkey[] }) {
  const t = tellerOf(language)
  return (
    <DataTable
      language={language}
      caption={t(words.yours)}
      quietCaption
      rows={held}
      columns={[
        {
          label: t(words.name),
          names: true,
          cell: ({ label, synced }) => (
            <>
              <p>{label}</p>
              <p class="small muted">{t(synced ? words.synced : words.single)}</p>
            </>
          ),
        },
        { label: t(words.made), cell: ({ madeAt }) => <DateTime at={madeAt} language={language} /> },
        {
          label: t(words.used),
          cell: ({ usedAt }) => (usedAt ? <DateTime at={usedAt} language={language} /> : t(words.never)),
        },
        {
          label: t(words.remove),
          cell: ({ id, label }) => (
            <form action={passkeysPath} method="post">
              <input type="hidden" name={csrfField} value={csrf} />
              <Button kind="quiet" name="bo" value={id} aria-label={t(words.removeWhat, { name: label })}>
                {t(words.remove)}
              </Button>
            </form>
          ),
        },
      ]}
    />
  )
}
