// What the scripts' types are made of: the API's documents (see src/build/js/api-types.js) and the pages' messages.

import type { components, paths } from '../../target/types/openapi.js';

type Method = 'get' | 'post' | 'put' | 'delete';
type Json<R> = R extends { content: { 'application/json': infer T } } ? T : never;
type Success<R> = R[keyof R & (200 | 201 | 202)];
type Operation<P extends string, M extends Method> = `/v1${P}` extends keyof paths ? paths[`/v1${P}`][M] : never;
type Path<O> = O extends { parameters: { path: infer T extends object } } ? T : {};
type Query<O> = O extends { parameters: { query?: infer T } } ? (T extends object ? T : {}) : {};

type PlaceName<S> = S extends `${infer N}, ${string}` ? N : S;
type PlaceNames<S> = S extends `${string}{${infer N}}${infer Rest}` ? PlaceName<N> | PlaceNames<Rest> : never;

declare global {
  type Schema<N extends keyof components['schemas']> = components['schemas'][N];

  /** Paths of the API without its version, for each method. */
  type CallPath<M extends Method> = {
    [P in keyof paths]: P extends `/v1${infer Rest}` ? (paths[P][M] extends object ? Rest : never) : never;
  }[keyof paths];

  /** What a call answers with, read from JSON. */
  type Answer<P extends string, M extends Method> =
    Operation<P, M> extends { responses: infer R } ? Json<Success<R>> : never;

  /** What stands in a path, and what is asked with it; a query's empty value is left out. */
  type Asked<P extends string, M extends Method> = {
    [N in keyof Path<Operation<P, M>>]: string | number;
  } & { [N in keyof Query<Operation<P, M>>]?: string | number | null };

  /** What a call is sent. */
  type Sent<P extends string> =
    Operation<P, 'post'> extends { requestBody?: { content: { 'application/json': infer T } } } ? T : {};

  /** What stands in a message's place. */
  type Place = string | number | null | undefined;

  /** The values a message takes: none, or all of those it names. */
  type Values<S extends string, V> = [PlaceNames<S>] extends [never] ? [] : [Record<PlaceNames<S>, V>];

  /** Says one of the words, with what it takes. */
  type Said<W extends Record<string, readonly [string, string]>, V, R> = <I extends keyof W>(
    id: I,
    ...values: Values<W[I][0], V>
  ) => R;

  type Child = Node | string | number | null | undefined | false | Child[];
}
