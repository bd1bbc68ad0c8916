// Loaded into the server's process before it starts. The channel to the demo closes when the demo
// ends, however that happens; a server without its demo would keep the port for ever.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// Listening to the channel keeps a process alive; this one shall end as soon as it has closed.
process.channel?.unref()
