using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>Generic members with all their type parameters filled: by a number, a struct of one's own, a string, a class of one's own.</summary>
internal sealed class Instantiation(Compilation compilation)
{
    private readonly ITypeSymbol[] _any =
    [
        compilation.GetSpecialType(SpecialType.System_Int32),
        compilation.GetTypeByMetadataName("LibraryCalls.Pair")!,
        compilation.GetSpecialType(SpecialType.System_String),
    ];

    // Where none of those is allowed.
    private readonly ITypeSymbol[] _else =
    [
        compilation.GetTypeByMetadataName("LibraryCalls.Item")!,
        compilation.GetSpecialType(SpecialType.System_Double),
        compilation.GetTypeByMetadataName("System.DayOfWeek")!,
        compilation.GetTypeByMetadataName("System.IO.MemoryStream")!,
        compilation.GetTypeByMetadataName("System.Exception")!,
    ];

    private readonly ITypeSymbol[] _numbers = [compilation.GetSpecialType(SpecialType.System_Int32)];

    /// <summary>The member itself, or with each argument that all its type parameters allow.</summary>
    public IEnumerable<IMethodSymbol> Of(IMethodSymbol method)
    {
        ImmutableArray<ITypeParameterSymbol> parameters = [.. TypeText.AllArguments(method.ContainingType).OfType<ITypeParameterSymbol>(), .. method.TypeParameters];
        if (parameters.IsEmpty)
        {
            return [method];
        }

        // A vector has numbers only, which no constraint says.
        ITypeSymbol[] candidates = method.ContainingType.Name.StartsWith("Vector", StringComparison.Ordinal) ? _numbers : _any;
        IMethodSymbol[] made = [.. candidates.Where(c => parameters.All(p => Fits(p, c))).Select(c => Fill(method, c))];
        return made.Length > 0 ? made : _else.Where(c => parameters.All(p => Fits(p, c))).Take(1).Select(c => Fill(method, c));
    }

    private static IMethodSymbol Fill(IMethodSymbol method, ITypeSymbol argument)
    {
        INamedTypeSymbol type = FillType(method.ContainingType, argument);
        IMethodSymbol member = type.GetMembers(method.Name).OfType<IMethodSymbol>().First(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, method));
        return member.Arity == 0 ? member : member.Construct([.. Enumerable.Repeat(argument, member.Arity)]);
    }

    private static INamedTypeSymbol FillType(INamedTypeSymbol type, ITypeSymbol argument)
    {
        INamedTypeSymbol open = type.ContainingType is { IsGenericType: true } outer
            ? FillType(outer, argument).GetTypeMembers(type.Name, type.Arity).Single()
            : type;
        return open.Arity == 0 ? open : open.Construct([.. Enumerable.Repeat(argument, open.Arity)]);
    }

    private bool Fits(ITypeParameterSymbol parameter, ITypeSymbol candidate)
        => (!parameter.HasReferenceTypeConstraint || candidate.IsReferenceType)
            && (!parameter.HasValueTypeConstraint || candidate.IsValueType)
            && (!parameter.HasUnmanagedTypeConstraint || candidate.IsUnmanagedType)
            && (!parameter.HasConstructorConstraint || candidate.IsValueType || ((INamedTypeSymbol)candidate).InstanceConstructors.Any(static c => c.Parameters.IsEmpty))
            && parameter.ConstraintTypes.All(c => Substitute(c, candidate) is { } constraint && IsOne(candidate, constraint));

    private bool IsOne(ITypeSymbol candidate, ITypeSymbol constraint)
        => compilation.ClassifyCommonConversion(candidate, constraint) is { IsImplicit: true, IsUserDefined: false, IsNumeric: false };

    private static ITypeSymbol? Substitute(ITypeSymbol type, ITypeSymbol argument) => type switch
    {
        ITypeParameterSymbol => argument,
        INamedTypeSymbol { Arity: > 0, ContainingType: null } named
            => named.TypeArguments.Select(a => Substitute(a, argument)).ToArray() is var arguments && arguments.All(static a => a is not null)
                ? named.OriginalDefinition.Construct(arguments!) : null,
        INamedTypeSymbol { IsGenericType: false } => type,
        _ => null,
    };
}
