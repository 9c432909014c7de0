import {
  changeOwnStanding,
  endOneSession,
  endOtherSessions,
  hasPassword,
  type OpenSession,
  openSessionsOf,
  ownStandingBody,
  signInBefore,
} from '../../accounts/index.ts'
import { isId } from '../../ground/uuid.ts'
import { refusalText } from '../../words/index.ts'
import {
  addresses,
  Button,
  Buttons,
  Checkbox,
  csrfField,
  DataTable,
  DateTime,
  Details,
  Form,
  Heading,
  instantWords,
  Notice,
  PasswordField,
  Section,
} from '../ui/index.ts'
import type { Answer, PageDoor, SignedVisit } from '../visit.ts'
import { loginNames } from './login.ts'
import { passkeysPath } from './passkeys.tsx'
import { words } from './sessions-words.ts'
import { show, tellerOf } from './show.tsx'

const here = '/tai-khoan/an-toan'

/** Where one is signed in, ending it, and what one may do with one's own account. */
export const sessions: PageDoor = {
  path: here,
  for: 'signed-in',
  get: async (visit) => page(visit as SignedVisit),
  post: async (asked) => {
    const visit = asked as SignedVisit
    const { house, viewer, session, form, language } = visit
    const { phien, viec, 'chac-chan': sure } = form.fields
    if (phien !== undefined) {
      const ended = await house.atDesk(viewer, (desk) =>
        isId(phien) ? endOneSession(desk, phien) : endOtherSessions(desk, session),
      )
      return ended.ok ? { redirect: `${here}?da-xong=1` } : page(visit, refusalText(ended, language))
    }
    const { 'mat-khau': password } = form.fields
    const read = ownStandingBody.safeParse({ act: viec, ...(password ? { password } : {}) })
    if (!read.success || sure !== 'true') return page(visit, tellerOf(language)(words.sureNeeded))
    if (password === '') return page(visit, tellerOf(language)(words.passwordNeeded))
    const changed = await house.atDesk(viewer, (desk) => changeOwnStanding(desk, { ...read.data, session }))
    return changed.ok ? { redirect: '/dang-nhap' } : page(visit, refusalText(changed, language))
  },
}

async function page(visit: SignedVisit, wrong?: string): Promise<Answer> {
  const { house, viewer, session, language, now, query, csrf } = visit
  const t = tellerOf(language)
  const open = await openSessionsOf(house.db, viewer.id, session, now)
  const before = await signInBefore(house.db, viewer.id)
  return show(
    visit,
    { title: t(words.title), back: { href: addresses.account }, wrong: wrong !== undefined },
    <>
      {wrong && <Notice tone="important" title={wrong} />}
      {query['da-xong'] === '1' && <Notice tone="success" title={t(words.ended)} />}
      <Heading lead={t(words.lead)}>{t(words.title)}</Heading>
      <p>
        {before ? (
          <>
            {t(words.beforeText)}: <DateTime at={before.at} language={language} />
            {before.address ? ` (${before.address})` : ''}
          </>
        ) : (
          t(words.noneBefore)
        )}
      </p>
      <Section title={t(words.sessions)}>
        <Sessions visit={visit} open={open} />
        {open.length > 1 && (
          <form action={here} method="post">
            <input type="hidden" name={csrfField} value={csrf} />
            <Buttons>
              <Button kind="quiet" name="phien" value="khac">
                {t(words.others)}
              </Button>
            </Buttons>
          </form>
        )}
      </Section>
      <Section title={t(words.passkeys)}>
        <p class="prose">{t(words.passkeysText)}</p>
        <p>
          <a href={passkeysPath}>{t(words.passkeysLink)}</a>
        </p>
      </Section>
      <OwnStanding
        visit={visit}
        acts={viewer.kind === 'officer' ? ['lock'] : ['pause', 'lock', 'close']}
        asksPassword={await hasPassword(house.db, viewer.id)}
      />
    </>,
  )
}

function Sessions({ visit: { language, csrf }, open }: { visit: SignedVisit; open: readonly OpenSession[] }) {
  const t = tellerOf(language)
  const through = (one: string) =>
    one in loginNames ? t(loginNames[one as 'vneid'].name) : t(one === 'passkey' ? words.passkey : words.password)
  return (
    <DataTable
      language={language}
      caption={t(words.sessions)}
      quietCaption
      rows={open}
      columns={[
        {
          label: t(words.where),
          names: true,
          cell: ({ kind, agent, address }) => (
            <>
              <p>{kind === 'token' ? t(words.token) : deviceOf(agent) || t(words.unknown)}</p>
              {address && <p class="small muted number">{address}</p>}
            </>
          ),
        },
        { label: t(words.through), cell: (row) => through(row.through) },
        { label: t(words.last), cell: ({ seenAt }) => <DateTime at={seenAt} language={language} /> },
        {
          label: t(words.end),
          cell: ({ id, current, createdAt }) =>
            current ? (
              t(words.here)
            ) : (
              <form action={here} method="post">
                <input type="hidden" name={csrfField} value={csrf} />
                <Button
                  kind="quiet"
                  name="phien"
                  value={id}
                  aria-label={t(words.endWhat, { when: instantWords(createdAt, language) })}
                >
                  {t(words.end)}
                </Button>
              </form>
            ),
        },
      ]}
    />
  )
}

/** Of what a browser calls itself only what its holder would recognise. */
function deviceOf(agent: string | null): string {
  const browser = /(Firefox|Edg|OPR|Chrome|Safari)\//.exec(agent ?? '')?.[1]
  const system = /(Android|iPhone|iPad|Windows|Macintosh|Linux)/.exec(agent ?? '')?.[1]
  return [browser === 'Edg' ? 'Edge' : browser === 'OPR' ? 'Opera' : browser, system].filter(Boolean).join(', ')
}

type OwnAct = 'pause' | 'lock' | 'close'

type OwnStandingProps = { visit: SignedVisit; acts: readonly OwnAct[]; asksPassword: boolean }

function OwnStanding({ visit: { language, csrf }, acts, asksPassword }: OwnStandingProps) {
  const t = tellerOf(language)
  return (
    <Section title={t(words.standing)}>
      {acts.map((act) => (
        <Details summary={t(words[act])}>
          <p class="prose">{t(words[`${act}Text`])}</p>
          <Form action={here} csrf={csrf} hidden={{ viec: act }}>
            {act === 'close' && asksPassword && (
              <PasswordField
                language={language}
                name="mat-khau"
                label={t(words.present)}
                autocomplete="current-password"
              />
            )}
            <Checkbox language={language} name="chac-chan" label={t(words.sure)} />
            <Buttons>
              <Button kind="quiet">{t(words[act])}</Button>
            </Buttons>
          </Form>
        </Details>
      ))}
    </Section>
  )
}
