// Preloaded into the Playground, which listens on every interface and has no option against it. Without
// authentication on either side, a neighbour on the network could otherwise talk to the bot through it.
'use strict';
const { Server } = require('node:net');
const listen = Server.prototype.listen;
Server.prototype.listen = function listenOnLoopback(first, ...rest) {
  if (typeof first === 'number' || (typeof first === 'string' && /^\d+$/.test(first))) {
    const others = rest.filter((argument) => typeof argument !== 'string');
    return listen.call(this, Number(first), '127.0.0.1', ...others);
  }
  if (first !== null && typeof first === 'object' && 'port' in first) {
    return listen.call(this, { ...first, host: '127.0.0.1' }, ...rest);
  }
  return listen.call(this, first, ...rest);
};
