/**
 * The types of the SDK as a dynamic import gives them. The SDK itself is loaded in container.ts and only there, so that
 * a bot with the embedded store never pays for it.
 */
export type {
  Container,
  ContainerDefinition,
  CosmosClient,
  CosmosClientOptions,
  ItemDefinition,
  SqlParameter,
} from '@azure/cosmos' with { 'resolution-mode': 'import' };
