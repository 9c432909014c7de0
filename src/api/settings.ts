import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dayOf, isDay } from '../ground/day.ts'
import type { House } from '../ground/house.ts'
import { refused } from '../ground/result.ts'
import { leansOn } from '../organisations/index.ts'
import { mayDo } from '../organisations/law/index.ts'
import {
  approveSetting,
  approveSettingBody,
  choicesAt,
  type Decision,
  decisionsIn,
  dropSetting,
  isInForce,
  isKey,
  type Key,
  listOfPolicy,
  policyOn,
  type Preset,
  presetIds,
  presets,
  proposeSetting,
  proposeSettingBody,
  readSetting,
  settings,
  type Subject,
} from '../policy/index.ts'
import { act, type Signed, signedIn, understood } from './context.ts'
import { misunderstood, refusal } from './problem.ts'
import { strangeValues } from './strange-values.ts'

const onDay = z.object({ on: z.string().refine(isDay).optional() })

/** What the province chose where the law lets it choose, for whoever administers, approves or audits; for others it is not there. */
export function settingRoutes(app: FastifyInstance, house: House): void {
  const { db, clock } = house

  app.get('/presets', async (request, reply) => {
    if (!(await seer(request, reply))) return reply
    const today = dayOf(clock.now())
    return { items: presetIds.map((id) => presetView(id, today)), next: null }
  })

  app.get('/settings', async (request, reply) => {
    const signed = await seer(request, reply)
    const asked = signed && understood(onDay, request.query, request, reply)
    if (!asked) return reply
    const now = clock.now()
    const day = asked.on && isDay(asked.on) ? asked.on : dayOf(now)
    const policy = policyOn(day, choicesAt(await decisionsIn(db), now, day))
    return {
      preset: policy.preset,
      day,
      items: listOfPolicy(policy).map(({ key, stated }) => ({ ...nameOf(key), ...stated })),
      next: null,
    }
  })

  app.get<{ Params: { key: string } }>('/settings/:key', async (request, reply) => {
    const signed = await seer(request, reply)
    if (!signed) return reply
    const { key } = request.params
    if (key !== 'preset' && !isKey(key)) return refusal(reply, refused('not-found'), signed.language)
    return settingView(key)
  })

  app.post<{ Params: { key: string } }>('/settings/:key/changes', async (request, reply) => {
    const signed = await seer(request, reply)
    if (!signed) return reply
    if (!mayDo(signed.officer, 'propose-settings')) return refusal(reply, refused('not-permitted'), signed.language)
    const body = understood(proposeSettingBody, request.body, request, reply)
    if (!body) return reply
    const { key } = request.params
    if (!body.clear && (key === 'preset' || isKey(key))) {
      const read = readSetting(key, body.value)
      const issues = (read.error?.issues ?? []).map((issue) => ({ ...issue, path: ['value', ...issue.path] }))
      for (const place of read.success ? strangeValues(key, read.data) : [])
        issues.push({ code: 'custom', path: ['value', ...place], message: 'no such thing here', input: body.value })
      if (issues.length > 0) return misunderstood(reply, issues, signed.language)
    }
    return act(
      house,
      signed,
      request,
      reply,
      (desk) => proposeSetting(desk, key, body),
      ({ id }) => ({ status: 201, resource: id }),
      async (id) => decisionView(await decisionOf(id)),
    )
  })

  app.post<{ Params: { change: string } }>('/settings/changes/:change/approve', async (request, reply) => {
    const signed = await seer(request, reply)
    const body = signed && understood(approveSettingBody, request.body, request, reply)
    return body ? settle(signed, request, reply, (desk, id) => approveSetting(desk, id, body, leansOn)) : reply
  })

  app.post<{ Params: { change: string } }>('/settings/changes/:change/drop', async (request, reply) => {
    const signed = await seer(request, reply)
    return signed ? settle(signed, request, reply, dropSetting) : reply
  })

  function settle(
    signed: Signed,
    request: FastifyRequest,
    reply: FastifyReply,
    work: (
      desk: Parameters<typeof dropSetting>[0],
      id: string,
    ) => ReturnType<typeof approveSetting> | ReturnType<typeof dropSetting>,
  ) {
    const { change: id } = request.params as { change: string }
    if (!z.uuid().safeParse(id).success) return refusal(reply, refused('not-found'), signed.language)
    return act(
      house,
      signed,
      request,
      reply,
      (desk) => work(desk, id),
      () => ({ status: 200, resource: id }),
      async () => decisionView(await decisionOf(id)),
    )
  }

  async function seer(request: FastifyRequest, reply: FastifyReply): Promise<Signed | undefined> {
    const signed = await signedIn(house, request, reply)
    if (!signed || mayDo(signed.officer, 'see-settings')) return signed
    refusal(reply, refused('not-found'), signed.language)
    return undefined
  }

  async function decisionOf(id: string): Promise<Decision> {
    return (await decisionsIn(db)).find((one) => one.id === id)!
  }

  async function settingView(subject: Subject) {
    const decisions = (await decisionsIn(db)).filter((one) => one.subject === subject).map(decisionView)
    if (subject === 'preset') return { key: subject, schema: z.toJSONSchema(z.enum(presetIds)), decisions }
    const stated = presetIds.map((id) => [id, presets[id].values[subject as Key] ?? null])
    const schema = z.toJSONSchema(settings[subject].schema)
    return { ...nameOf(subject), schema, presets: Object.fromEntries(stated), decisions }
  }
}

function nameOf(key: Key) {
  return { key, number: settings[key].number, title: settings[key].title }
}

function decisionView({ subject, ...rest }: Decision) {
  return { setting: subject, ...rest }
}

function presetView(id: (typeof presetIds)[number], today: ReturnType<typeof dayOf>) {
  const preset: Preset = presets[id]
  const { title, status, number = null, issued = null, from = null, until = null, replaces = null } = preset
  return { id, title, status, number, issued, from, until, replaces, isInForce: isInForce(preset, today) }
}
