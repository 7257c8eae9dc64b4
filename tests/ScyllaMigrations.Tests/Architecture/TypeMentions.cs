using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ScyllaMigrations.Tests.Architecture;

/// <summary>All that a compiled type mentions: types as <c>Namespace.Type</c>, called methods as <c>Namespace.Type::Method</c>.</summary>
internal static class TypeMentions
{
    public static IEnumerable<string> Of(TypeDefinition type)
    {
        IEnumerable<TypeReference?> references =
        [
            type.BaseType,
            .. type.Interfaces.Select(implemented => implemented.InterfaceType),
            .. type.Fields.Select(field => field.FieldType),
            .. type.Methods.SelectMany(Signature),
        ];
        foreach (string name in references.SelectMany(Names))
        {
            yield return name;
        }

        foreach (Instruction instruction in type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions))
        {
            IEnumerable<string> mentioned = instruction.Operand switch
            {
                MethodReference method => [.. Names(method.DeclaringType), FullName(method.DeclaringType) + "::" + method.Name],
                FieldReference field => Names(field.DeclaringType),
                TypeReference reference => Names(reference),
                _ => [],
            };
            foreach (string name in mentioned)
            {
                yield return name;
            }
        }
    }

    private static IEnumerable<TypeReference> Signature(MethodDefinition method) =>
        method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType)
            .Concat(method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : []);

    private static IEnumerable<string> Names(TypeReference? reference)
    {
        if (reference is null)
        {
            return [];
        }

        IEnumerable<string> arguments = reference is GenericInstanceType generic ? generic.GenericArguments.SelectMany(Names) : [];
        return arguments.Append(FullName(reference.GetElementType()));
    }

    // A nested type counts as its outermost one, which is where its file stands.
    private static string FullName(TypeReference reference)
    {
        TypeReference outer = reference.GetElementType();
        while (outer.DeclaringType is not null)
        {
            outer = outer.DeclaringType;
        }

        return outer.FullName;
    }
}
