// Run by lookup.bench.ts in a process of its own: the least a lookup could be. One indexed select by a named statement, answered as
// JSON by node:http (`/http/{code}`, first port) and by Fastify (second port). Arguments: address of the database.
import { createServer } from 'node:http'
import { fastify } from 'fastify'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.argv[2]!, max: 8 })
const text = 'select code, procedure, state, due from dossiers.dossier where code = $1'

async function lookUp(code: string): Promise<unknown> {
  const { rows } = await pool.query({ name: 'lookup', text, values: [code] })
  return rows[0]
}

const plain = createServer(async (request, response) => {
  const found = await lookUp(decodeURIComponent(request.url!.slice(request.url!.lastIndexOf('/') + 1)))
  const body = JSON.stringify(found ?? {})
  const status = found ? 200 : 404
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    .end(body)
})
await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve))

const app = fastify({ logger: false })
app.get<{ Params: { code: string } }>('/lookup/:code', async ({ params }, reply) => {
  const found = await lookUp(params.code)
  return found ?? reply.status(404).send({})
})
await app.listen({ port: 0, host: '127.0.0.1' })

const portOf = (address: unknown) => (address as { port: number }).port
console.log(JSON.stringify([portOf(plain.address()), portOf(app.server.address())]))
process.once('SIGTERM', () => process.exit(0))
