import { spawn } from 'node:child_process'
import type { Postmaster } from './postmaster.ts'

/** A tiny shell that stays with the server and stops it once nobody has used it for so long, even if everyone was killed. */
export function watchIdle(name: string, server: Postmaster, seconds: number): void {
  const script = `
    quiet=0
    while kill -0 "$1" 2>/dev/null; do
      sleep 1
      if grep -q "@$2-user-" /proc/net/unix; then quiet=0; else quiet=$((quiet + 1)); fi
      if [ "$quiet" -ge "$3" ]; then kill -INT "$1"; sleep 1; fi
    done
    rm -rf "$4"`
  spawn('/bin/sh', ['-c', script, 'motcua-idle', String(server.pid), name, String(seconds), server.socketFolder], {
    ...{ detached: true, stdio: 'ignore', cwd: '/' },
  }).unref()
}
