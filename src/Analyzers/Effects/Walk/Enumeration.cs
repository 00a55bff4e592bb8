using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Enumerators: the members that <c>foreach</c> calls, and the object that it may need.</summary>
internal static class Enumeration
{
    public static void Visit(IForEachLoopOperation loop, Body body)
    {
        if (loop.Syntax is not CommonForEachStatementSyntax syntax)
        {
            return;
        }

        IOperation collection = CollectionOf(loop);
        Place place = Place.Of(syntax.Expression);
        SemanticModel semantics = body.Model.GetModel(syntax.SyntaxTree);
        ForEachStatementInfo info = semantics.GetForEachStatementInfo(syntax);
        if (collection.Type is not { } type || !IsWalkedByIndex(body.Type(type)))
        {
            VisitEnumerator(info, collection, place, body);
        }

        VisitElement(loop, info, place, body);
        if (syntax is ForEachVariableStatementSyntax variables)
        {
            Deconstructions.Visit(semantics.GetDeconstructionInfo(variables), place, body);
        }
    }

    /// <summary>What is walked: C# asks a struct for its enumerator through the interface, and makes no box for it.</summary>
    public static IOperation CollectionOf(IForEachLoopOperation loop)
        => loop.Collection is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion ? conversion.Operand : loop.Collection;

    /// <summary>Whether C# walks it by index, without an enumerator.</summary>
    public static bool IsWalkedByIndex(ITypeSymbol type)
        => type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String }
            or { Name: "Span" or "ReadOnlySpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            || (type.IsValueType && type.GetAttributes().Any(static a => a.AttributeClass?.Name == "InlineArrayAttribute"));

    /// <summary>The call that makes the enumerator.</summary>
    public static void VisitGet(IMethodSymbol getEnumerator, IOperation collection, Place place, Body body)
    {
        // What the compilation's own code makes is found in it: an iterator, or an object of its own.
        if (body.Type(getEnumerator.ReturnType).IsValueType || (body.Model.IsSource(getEnumerator) && !getEnumerator.IsAbstract))
        {
            Calls.Visit(getEnumerator, collection, Members.IsVirtual(getEnumerator, collection), [], place, null, body);
        }
        else if (Answer(getEnumerator, collection, body) is { } answer)
        {
            Calls.VisitExactly(answer, collection, [], place, null, body);
        }
        else if (!IsIterator(collection, body, 0))
        {
            body.Report(
                EffectRules.Enumerator, place, "an enumerator object; an array, a span or a List<T> of its own type needs none",
                collection.Type is { } type ? Names.Of(body.Type(type)) : null);
            LibraryCalls.ReportBesideAllocation(getEnumerator, collection, place, body);
        }
    }

    // What a type of the compilation answers the interface with, where nothing below it can answer otherwise.
    private static IMethodSymbol? Answer(IMethodSymbol getEnumerator, IOperation collection, Body body)
        => getEnumerator.ContainingType.TypeKind == TypeKind.Interface
            && collection.Type is not null && body.Type(collection.Type) is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type
            && body.Model.Hierarchy.IsLeaf(type)
            && Implementations.Find(body.Model.Substitution.Apply(getEnumerator, body.Code.Env), type) is { } answer
            && body.Model.IsSource(answer)
                ? answer : null;

    private static void VisitEnumerator(ForEachStatementInfo info, IOperation collection, Place place, Body body)
    {
        if (info.IsAsynchronous)
        {
            body.Report(EffectRules.Await, place, "awaits each element");
        }

        if (info.GetEnumeratorMethod is { } getEnumerator)
        {
            VisitGet(getEnumerator.GetConstructedReducedFrom() ?? getEnumerator, collection, place, body);
        }

        VisitMember(info.MoveNextMethod, place, body);
        VisitMember(info.CurrentProperty?.GetMethod, place, body);
        if (info is { GetEnumeratorMethod.ReturnType: { TypeKind: not TypeKind.Interface } enumerator, DisposeMethod: not null }
            && (enumerator.IsValueType || (body.Model.IsSource(enumerator) && enumerator.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_IDisposable))))
        {
            Disposal.VisitType(enumerator, null, info.IsAsynchronous, place, body);
        }
    }

    private static void VisitElement(IForEachLoopOperation loop, ForEachStatementInfo info, Place place, Body body)
    {
        Operators.VisitMethod(info.ElementConversion.MethodSymbol, null, loop.Collection.Syntax, body);
        if (info.ElementConversion.MethodSymbol is null && loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol.Type: { } variable })
        {
            Boxing.Visit(info.ElementType, variable, place, body);
        }
    }

    // An iterator was told where it is made, and is its own enumerator.
    private static bool IsIterator(IOperation collection, Body body, int depth) => collection switch
    {
        IConversionOperation conversion => IsIterator(conversion.Operand, body, depth),
        IInvocationOperation call => IsIterator(call.TargetMethod, body),
        IPropertyReferenceOperation { Property.GetMethod: { } getter } => IsIterator(getter, body),
        ILocalReferenceOperation local when depth < Env.MaximalDepth
            => body.Model.Values.Of(local.Local) is { IsEmpty: false } values && values.All(v => IsIterator(v, body, depth + 1)),
        _ => false,
    };

    private static bool IsIterator(IMethodSymbol method, Body body)
        => body.Model.IsSource(method) && method is { IsAbstract: false, IsVirtual: false, IsOverride: false }
            && FunctionKinds.IsIterator(method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition);

    private static void VisitMember(IMethodSymbol? method, Place place, Body body)
    {
        // Of an enumerator behind an interface only the object is worth a word; those of the platform do what their collection is known for.
        if (method is not null && !LibraryCalls.IsPlatform(method.ContainingAssembly) && method.ContainingType.TypeKind != TypeKind.Interface)
        {
            Calls.Visit(method, null, Members.IsVirtual(method, null), [], place, null, body);
        }
    }
}
