// Preloaded into everything that our scripts start: when the script is gone, however it went, its children go too.
// Their standard input is a pipe from the script; its end is the one sign that no kind of death can suppress.
'use strict';
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.on('error', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
process.stdin.unref?.();
