using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>A user-defined function.</summary>
/// <param name="Keyspace">The keyspace's stored name.</param>
/// <param name="Name">The stored name.</param>
/// <param name="Arguments">Names and resolved types, in order.</param>
/// <param name="CalledOnNullInput">Whether it runs when an argument is null; else it returns null.</param>
/// <param name="ReturnType">The resolved type.</param>
/// <param name="Language">`java`, `lua`, `wasm` …</param>
/// <param name="Body">The source.</param>
public sealed record FunctionSchema(
    string Keyspace,
    string Name,
    ValueList<FunctionArgument> Arguments,
    bool CalledOnNullInput,
    CqlType ReturnType,
    string Language,
    string Body)
{
    /// <summary>Name and argument types, such as `f(int, text)`: what tells overloads apart.</summary>
    public string Signature => SignatureOf(Name, ValueList.From(Arguments.Select(a => a.Type)));

    /// <summary>A reference to the function.</summary>
    public SchemaObject Reference => new(SchemaObjectKind.Function, Keyspace, Signature);

    /// <summary>The signature of a name and argument types; frozen or not makes no difference, as on the servers.</summary>
    /// <param name="name">The stored name.</param>
    /// <param name="types">The resolved argument types.</param>
    public static string SignatureOf(string name, ValueList<CqlType> types) =>
        name + "(" + string.Join(", ", types.Select(t => t.Freeze().CqlName)) + ")";
}
