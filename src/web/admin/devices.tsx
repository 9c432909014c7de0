import {
  changeDevice,
  deviceBody,
  type DeviceLine,
  devicesFor,
  provenModels,
  unitByIdentifier,
} from '../../organisations/index.ts'
import { deviceKinds, isDeviceKind, mayDo } from '../../organisations/law/index.ts'
import { type Language, type Refusal, refusalWords, say } from '../../words/index.ts'
import { areaWords, officerDoor, officerPage } from '../officer/desk.ts'
import {
  Button,
  DataTable,
  DateTime,
  DefinitionList,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  LinkList,
  Notice,
  type Problem,
  problemOf,
  Section,
  Tag,
  TextField,
} from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'
import { deviceNames, DeviceFields, typedDevice } from './device-fields.tsx'
import { words } from './device-words.ts'

export const devicesAddress = '/quan-tri/thiet-bi'
const here = devicesAddress

/** The devices of one’s own scope, what was found of every model in the province, and what a device must be able to do. */
export const devicesPage = officerDoor(here, {
  may: 'see-devices',
  get: (visit) => page(visit),
  post: async (visit) => {
    const { house, viewer, form, language } = visit
    const unit = await unitByIdentifier(house.db, form.fields[deviceNames.unit] ?? '')
    const read = deviceBody.safeParse(typedDevice(visit))
    const wrong = (field: string, message: string) => ({ field, message })
    const problems = [
      ...(unit ? [] : [wrong(deviceNames.unit, say(words.unknownUnit, language))]),
      ...(read.error?.issues ?? []).map(({ path }) =>
        wrong(
          deviceNames[String(path[0]) as keyof typeof deviceNames] ?? deviceNames.model,
          say(words.needed, language),
        ),
      ),
    ]
    if (!unit || !read.success || problems.length > 0) return page(visit, problems)
    const made = await house.atDesk(viewer, (desk) => changeDevice(desk, { unit: unit.id, device: null }, read.data))
    if (made.ok) return { redirect: `${here}/${made.value.id}?xong=luu` }
    if (made.refusal === 'device-setting-wrong') {
      const name = String(made.detail?.['name'] ?? '')
      return page(visit, [wrong(`${deviceNames.settings}.${name}`, say(words.needed, language))])
    }
    return page(visit, [wrong(deviceNames.unit, outside(made.refusal, language))])
  },
})

const outside = (refusal: Refusal, language: Language) =>
  say(refusal === 'not-permitted' ? words.notOwn : refusalWords[refusal], language)

async function page(visit: SignedVisit, problems: readonly Problem[] = []): Promise<Answer> {
  const { house, viewer, language, query, form, csrf } = visit
  const [lines, models] = await Promise.all([devicesFor(house.db, viewer), provenModels(house.db)])
  const title = say(areaWords.devices, language)
  const kind = [form.fields[deviceNames.kind], query['loai']].find((text) => text !== undefined && isDeviceKind(text))
  return officerPage(
    visit,
    { title, wrong: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} language={language} />
      {query['xong'] === 'thoi' && <Notice tone="success" title={say(words.retired, language)} />}
      <Heading lead={say(words.lead, language)}>{title}</Heading>
      <Section title={say(words.list, language)}>
        <Lines lines={lines} language={language} />
      </Section>
      <Section title={say(words.models, language)}>
        <p class="prose">{say(words.modelsText, language)}</p>
        <DataTable
          language={language}
          caption={say(words.models, language)}
          quietCaption
          rows={models}
          columns={[
            { label: say(words.model, language), names: true, cell: ({ model }) => model },
            { label: say(words.kind, language), cell: (one) => say(deviceKinds[one.kind], language) },
            {
              label: say(words.result, language),
              cell: ({ works, fails }) => say(words.counts, language, { works, fails }),
            },
            { label: say(words.last, language), cell: ({ last }) => <DateTime at={last} language={language} /> },
          ]}
          empty={
            <EmptyState title={say(words.noModels, language)}>
              <p>{say(words.noModelsNext, language)}</p>
            </EmptyState>
          }
        />
      </Section>
      <Section title={say(words.needs, language)}>
        <DefinitionList
          rows={Object.values(deviceKinds).map((one) => ({
            label: say(one, language),
            value: say(one.needs, language),
          }))}
        />
      </Section>
      {mayDo(viewer, 'keep-devices') && (
        <Section title={say(words.add, language)}>
          <LinkList
            links={Object.entries(deviceKinds).map(([name, one]) => ({
              href: `${here}?loai=${name}`,
              label: say(one, language),
            }))}
          />
          {kind && isDeviceKind(kind) && (
            <Form action={here} csrf={csrf} hidden={{ [deviceNames.kind]: kind }}>
              <h3>{say(deviceKinds[kind], language)}</h3>
              <TextField
                language={language}
                name={deviceNames.unit}
                label={say(words.code, language)}
                value={form.fields[deviceNames.unit]}
                error={problemOf(problems, deviceNames.unit)}
                width="medium"
                autocomplete="off"
                spellcheck={false}
              />
              <DeviceFields visit={visit} problems={problems} kind={kind} />
              <Button>{say(words.save, language)}</Button>
            </Form>
          )}
        </Section>
      )}
    </>,
    problems.length > 0 ? 422 : 200,
  )
}

function Lines({ lines, language }: { lines: readonly DeviceLine[]; language: Language }) {
  return (
    <DataTable
      language={language}
      caption={say(words.list, language)}
      quietCaption
      rows={lines}
      columns={[
        {
          label: say(words.device, language),
          names: true,
          cell: ({ id, kind, model }) => (
            <>
              <a href={`${here}/${id}`}>{model}</a>
              <p class="small">{say(deviceKinds[kind], language)}</p>
            </>
          ),
        },
        {
          label: say(words.unit, language),
          cell: ({ unitName, place }) => (
            <>
              {unitName}
              <p class="small">{place}</p>
            </>
          ),
        },
        { label: say(words.settings, language), cell: (line) => settingsText(line, language) },
        { label: say(words.tested, language), cell: (line) => <Tested line={line} language={language} /> },
      ]}
      empty={
        <EmptyState title={say(words.none, language)}>
          <p>{say(words.noneNext, language)}</p>
        </EmptyState>
      }
    />
  )
}

/** “Độ phân giải (dpi): 300; Định dạng tệp: PDF”. */
export function settingsText({ kind, settings }: DeviceLine, language: Language): string {
  return Object.entries(deviceKinds[kind].settings)
    .map(([name, { title }]) => `${say(title, language)}: ${settings[name] ?? '–'}`)
    .join('; ')
}

export function Tested({ line, language }: { line: DeviceLine; language: Language }) {
  const { testedAt, testedBy, works, note } = line
  if (!testedAt) return <span class="muted">{say(words.never, language)}</span>
  return (
    <>
      <Tag tone={works ? 'done' : 'wrong'}>{say(works ? words.works : words.fails, language)}</Tag>
      <p class="small">
        {testedBy}, <DateTime at={testedAt} language={language} />
      </p>
      {note && <p class="small">{note}</p>}
    </>
  )
}
