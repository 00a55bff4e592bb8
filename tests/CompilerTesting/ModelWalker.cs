using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace TopHalf.CompilerTesting;

/// <summary>Walks all that a pipeline step holds, and refuses what belongs to a compilation.</summary>
public static class ModelWalker
{
    /// <summary>Throws where something of a compilation can be reached, through fields of any kind.</summary>
    public static void RequireValues(object? root, string step) => Walk(root, step, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null)
        {
            return;
        }

        if (value is ISymbol or SyntaxNode or SyntaxToken or SyntaxTrivia or SyntaxNodeOrToken or SyntaxTree or Compilation
            or CompilationOptions or MetadataReference or SemanticModel or Location or Diagnostic or AttributeData or TypedConstant
            or IOperation or SyntaxReference or Microsoft.CodeAnalysis.Text.SourceText)
        {
            throw new CheckFailedException($"{path} holds a {value.GetType().Name}, which keeps a compilation alive.");
        }

        Type type = value.GetType();
        if (type.IsPrimitive || type.IsEnum || value is string || (!type.IsValueType && !seen.Add(value)))
        {
            return;
        }

        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Walk(item, path + "[]", seen);
            }
        }

        for (Type? t = type; t is not null && !type.IsArray; t = t.BaseType)
        {
            foreach (FieldInfo field in t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }
}
