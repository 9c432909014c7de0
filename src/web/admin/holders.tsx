import { findAccounts } from '../../accounts/index.ts'
import { mayDo } from '../../organisations/law/index.ts'
import { say, ui } from '../../words/index.ts'
import { areaWords, officerDoor, officerPage } from '../officer/desk.ts'
import { DataTable, EmptyState, Filters, Heading, TextField } from '../ui/index.ts'
import { words } from './holder-words.ts'
import { StandingTag } from './standing-tag.tsx'

const path = '/quan-tri/tai-khoan'

/** Finding the account of somebody who needs help. */
export const holders = officerDoor(path, {
  may: 'help-holders',
  get: async (visit) => {
    const { language, viewer, house, now, query } = visit
    const q = query['q']?.trim().slice(0, 100) ?? ''
    const withoutOfficers = !mayDo(viewer, 'manage-accounts')
    const found = await findAccounts({ db: house.db, vault: house.vault, reader: viewer, now }, q, { withoutOfficers })
    const title = say(areaWords.holders, language)
    return officerPage(
      visit,
      { title },
      <>
        <Heading lead={say(words.lead, language)}>{title}</Heading>
        <Filters action={path} submit={say(ui.search.submit, language)} language={language}>
          <TextField
            language={language}
            name="q"
            label={say(words.search, language)}
            value={q}
            autocomplete="off"
            optional
          />
        </Filters>
        {q && (
          <DataTable
            language={language}
            caption={title}
            quietCaption
            rows={found}
            columns={[
              {
                label: say(words.name, language),
                names: true,
                cell: ({ id, name }) => <a href={`${path}/${id}`}>{name}</a>,
              },
              { label: say(words.username, language), whole: true, cell: ({ username }) => username },
              {
                label: say(words.assurance, language),
                cell: ({ assurance }) => say(words.assurances[assurance], language),
              },
              {
                label: say(words.state, language),
                cell: ({ state }) => <StandingTag of={state} language={language} />,
              },
            ]}
            empty={
              <EmptyState title={say(words.none, language)}>
                <p>{say(words.noneText, language)}</p>
              </EmptyState>
            }
          />
        )}
      </>,
    )
  },
})
