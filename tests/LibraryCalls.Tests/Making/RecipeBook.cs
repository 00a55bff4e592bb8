using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>How a value of any type is made: as it is written in the table, else as its members tell.</summary>
internal sealed class RecipeBook(Compilation compilation, RecipeTable table)
{
    private const int Deepest = 3;

    private readonly Dictionary<(string, string), Recipe?> _found = [];
    private readonly Dictionary<string, ITypeSymbol> _types = new(StringComparer.Ordinal);

    /// <summary>The recipe for a parameter, by its type and its name; none, if nobody knows how to make one.</summary>
    public Recipe? Find(ITypeSymbol type, string name, int depth = 0)
    {
        (string, string) key = (TypeText.Of(type), name);
        if (_found.TryGetValue(key, out Recipe? recipe))
        {
            return recipe;
        }

        _types[key.Item1] = type;
        if (depth > Deepest)
        {
            return null;
        }

        // What needs itself to be made cannot be made that way.
        _found[key] = null;
        recipe = TypeText.IsUnsafe(type) || Obsolete.Is(type) ? null : table.Find(type, name, this) ?? Derive(type, depth);
        return _found[key] = recipe;
    }

    /// <summary>The recipe of a type that was written in a line of the table.</summary>
    public Recipe? Named(string text)
    {
        if (text.EndsWith("[]", StringComparison.Ordinal) && Type(text[..^2]) is { } element)
        {
            return Find(compilation.CreateArrayTypeSymbol(element), "");
        }

        return Type(text) is { } type ? Find(type, "") : null;
    }

    private ITypeSymbol? Type(string text)
    {
        string name = text.Replace("global::", "", StringComparison.Ordinal);
        return _types.GetValueOrDefault(text)
            ?? compilation.GetTypeByMetadataName(name)
            ?? Enum.GetValues<SpecialType>().Where(static s => s is > SpecialType.None and <= SpecialType.System_UIntPtr)
                .Select(compilation.GetSpecialType).FirstOrDefault(t => TypeText.Of(t) == text);
    }

    private Recipe? Derive(ITypeSymbol type, int depth) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => ArrayOf(array, depth),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            => Find(nullable.TypeArguments[0], "", depth + 1) is { IsInline: false } inner
                ? new Recipe(TypeText.Of(type), [.. Enumerable.Range(0, 3).Select(inner.At), "null"]) : null,
        { TypeKind: TypeKind.Enum } => EnumOf(type),
        INamedTypeSymbol { TypeKind: TypeKind.Delegate } made => Lambdas.Of(made),
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsRefLikeType: false } named => ObjectOf(named, depth),
        _ => null,
    };

    private Recipe? ArrayOf(IArrayTypeSymbol array, int depth)
    {
        if (Find(array.ElementType, "", depth + 1) is not { IsInline: false } element)
        {
            return null;
        }

        string type = TypeText.Of(array.ElementType);
        return new Recipe(TypeText.Of(array), [.. new[] { 16, 4, 1, 0, 64 }.Select(length => Make(length))]);

        string Make(int length)
        {
            string values = string.Join(", ", Enumerable.Range(0, Math.Min(length, 16)).Select(element.At));
            return length <= 16
                ? type.Contains('[', StringComparison.Ordinal) ? $"[{values}]" : $"new {type}[] {{ {values} }}"
                : $"System.Linq.Enumerable.ToArray(System.Linq.Enumerable.Repeat(({type})({element.Values[0]}), {length}))";
        }
    }

    private static Recipe? EnumOf(ITypeSymbol type)
    {
        string[] names = [.. type.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue).Take(8).Select(f => $"{TypeText.Of(type)}.@{f.Name}")];
        return names.Length == 0 ? null : new Recipe(TypeText.Of(type), [.. names]);
    }

    // By what the type offers of itself, by a constructor, as the zero of a struct.
    private Recipe? ObjectOf(INamedTypeSymbol type, int depth)
    {
        string name = TypeText.Of(type);
        var values = new List<string>();
        if (type.IsTupleType)
        {
            Recipe?[] elements = [.. type.TupleElements.Select(e => Find(e.Type, "", depth + 1))];
            return elements.Length > 1 && elements.All(static e => e is { IsInline: false })
                ? new Recipe(name, [.. Enumerable.Range(0, 3).Select(i => $"({string.Join(", ", elements.Select((e, j) => e!.At(i + j)))})")]) : null;
        }

        if (!type.IsAbstract)
        {
            foreach (IMethodSymbol constructor in type.InstanceConstructors
                .Where(static c => c.DeclaredAccessibility == Accessibility.Public && !c.IsImplicitlyDeclared && c.Parameters.Length <= 4
                    && c.Parameters.All(static p => p.RefKind is RefKind.None or RefKind.In && !TypeText.IsUnsafe(p.Type)) && !Obsolete.Is(c))
                .OrderBy(static c => c.Parameters.Length)
                .Take(3))
            {
                Recipe?[] arguments = [.. constructor.Parameters.Select(p => Find(p.Type, p.Name, depth + 1))];
                if (arguments.All(static a => a is not null))
                {
                    values.AddRange(Enumerable.Range(0, arguments.Length == 0 ? 1 : 3)
                        .Select(i => $"new {name}({string.Join(", ", arguments.Select((a, j) => a!.At(i + j)))})"));
                }
            }
        }

        values.AddRange(type.GetMembers()
            .Where(m => m is { IsStatic: true, DeclaredAccessibility: Accessibility.Public } && !Obsolete.Is(m)
                && ((m is IPropertySymbol { Parameters.IsEmpty: true } p && SymbolEqualityComparer.Default.Equals(p.Type, type))
                    || (m is IFieldSymbol f && SymbolEqualityComparer.Default.Equals(f.Type, type))))
            .Take(3)
            .Select(m => $"{name}.{m.Name}"));
        if (type is { Name: "Enumerator", ContainingType: { } outer } && depth == 0
            && outer.GetMembers("GetEnumerator").OfType<IMethodSymbol>().Any(m => m.Parameters.IsEmpty && SymbolEqualityComparer.Default.Equals(m.ReturnType, type))
            && Find(outer, "", depth + 1) is { IsInline: false } collection)
        {
            values.InsertRange(0, Enumerable.Range(0, 2).Select(i => $"{collection.At(i)}.GetEnumerator()"));
        }

        if (type.IsValueType && values.Count == 0)
        {
            values.Add($"default({name})");
        }

        return values.Count == 0 ? null : new Recipe(name, [.. values.Distinct()]);
    }
}
