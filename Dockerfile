# The bot in a container. Settings come as environment variables (env/.env.example); in production it needs at least those
# that README.md names. With the embedded store, keep the volume; with STORE=cosmos it stays empty.
#   docker build -t handshake . && docker run --env-file my.env -p 3978:3978 -v handshake:/data handshake
FROM node:24-bookworm-slim AS build
WORKDIR /source
COPY . .
RUN npm ci && npm run package:server

FROM node:24-bookworm-slim
ENV NODE_ENV=production PORT=3978 DATA_DIR=/data
WORKDIR /app
COPY --from=build /source/out/server ./
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3978
HEALTHCHECK CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# No shell in between, so that the signal to stop reaches the bot.
CMD ["node", "index.js"]
