# The same program as on a bare machine: built by "npm run build", started by what "npm start" starts.

FROM node:24-bookworm-slim AS build
WORKDIR /plumbline
COPY package.json package-lock.json .npmrc tsconfig.base.json turbo.json .swcrc ./
COPY scripts scripts
COPY migrations migrations
COPY bench bench
COPY packages packages
COPY apps apps
RUN npm run build
# What only building and testing need stays behind; the marks that say "installed" and "built" remain.
RUN npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
LABEL org.opencontainers.image.title="Plumbline" org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /plumbline
COPY --from=build /plumbline ./
# For an embedded database, where no DATABASE_URL names another.
RUN mkdir /data && chown node:node /data
VOLUME /data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 PLUMBLINE_DATA=/data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm, which would stand between a stop signal and the program.
CMD ["node", "scripts/start.mjs"]
