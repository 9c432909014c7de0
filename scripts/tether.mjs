// Loaded into what the bootstrap starts: when the bootstrap dies without a word (kill -9), its child ends cleanly too.
if (process.channel) {
  process.channel.unref()
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}
