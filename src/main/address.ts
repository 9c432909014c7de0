import type { Socket } from 'node:net'

/** No part of an address that we print or link is longer, written as it travels. */
const longestPart = 200
const id = /(?<=\/)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=[/?]|$)/gi

/**
 * The address as the doors know it: identifiers in small letters, however they were typed; what nobody can read (a broken
 * `%`, a part without end) leads to a place where nothing is, so that each kind of door says so in its own way.
 */
export function knownAddress(url: string): string {
  const [path = '', ...query] = url.split('?')
  if (!isReadable(path)) return path.startsWith('/api/') ? '/api/v1/-' : '/-'
  return [path.replace(id, (found) => found.toLowerCase()), ...query].join('?')
}

function isReadable(path: string): boolean {
  if (path.split('/').some((part) => part.length > longestPart)) return false
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

type ClientError = { readonly code: string; readonly rawPacket?: unknown }

/** What was sent is no HTTP, or its head is larger than 16 KiB: answered in the shape of the door it went to, and the line is closed. */
export function answerNoHttp(error: ClientError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  if (!socket.writable) return void socket.destroy()
  const [status, reason] = statusOf[error.code] ?? [400, 'Bad Request']
  const begins = Buffer.isBuffer(error.rawPacket) ? error.rawPacket.subarray(0, 64).toString('latin1') : ''
  const isApi = /^\S+ \/api\//.test(begins)
  const [type, body] = isApi ? problem(status) : page()
  socket.end(
    [
      `HTTP/1.1 ${status} ${reason}`,
      'Connection: close',
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      `Content-Type: ${type}; charset=utf-8`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  )
}

const statusOf: Record<string, [number, string]> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
}

const sentence = 'Hệ thống chưa đọc được yêu cầu. Hãy rút gọn địa chỉ hoặc nội dung rồi gửi lại.'

function problem(status: number): [string, string] {
  const body = { type: 'urn:motcua:not-understood', title: sentence, status, detail: sentence }
  return ['application/problem+json', JSON.stringify(body)]
}

function page(): [string, string] {
  return [
    'text/html',
    `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Chưa đọc được yêu cầu</title><h1>Chưa đọc được yêu cầu</h1><p>${sentence}</p><p><a href="/">Về trang đầu</a></p></html>`,
  ]
}
