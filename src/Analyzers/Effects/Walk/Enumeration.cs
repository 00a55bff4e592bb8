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
        IOperation collection = loop.Collection is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion
            ? conversion.Operand : loop.Collection;
        if (loop.Syntax is not CommonForEachStatementSyntax syntax)
        {
            return;
        }

        // C# walks these by index.
        if (collection.Type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String } || collection.Type?.Name is "Span" or "ReadOnlySpan")
        {
            return;
        }

        Place place = Place.Of(syntax.Expression);
        SemanticModel semantics = body.Model.GetModel(syntax.SyntaxTree);
        ForEachStatementInfo info = semantics.GetForEachStatementInfo(syntax);
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
        if (info is { GetEnumeratorMethod.ReturnType: { } enumerator, DisposeMethod: not null }
            && (enumerator.IsValueType || (body.Model.IsSource(enumerator) && enumerator.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_IDisposable))))
        {
            Disposal.VisitType(enumerator, null, info.IsAsynchronous, place, body);
        }

        if (syntax is ForEachVariableStatementSyntax variables)
        {
            Deconstructions.Visit(semantics.GetDeconstructionInfo(variables), place, body);
        }

        Operators.VisitMethod(info.ElementConversion.MethodSymbol, null, syntax.Expression, body);
    }

    /// <summary>A spread walks like foreach.</summary>
    public static void VisitSpread(ISpreadOperation spread, Body body)
    {
        if (spread.Operand.Type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String } or { Name: "Span" or "ReadOnlySpan" or "List" } or null)
        {
            return;
        }

        IMethodSymbol? getEnumerator = spread.Operand.Type.GetMembers("GetEnumerator").OfType<IMethodSymbol>().FirstOrDefault(static m => m.Parameters.IsEmpty);
        if (getEnumerator is not null)
        {
            VisitGet(getEnumerator, spread.Operand, Place.Of(spread.Syntax), body);
        }
        else if (spread.Operand.Type.TypeKind == TypeKind.Interface)
        {
            body.Report(EffectRules.Enumerator, Place.Of(spread.Syntax), "an enumerator object");
        }
    }

    private static void VisitGet(IMethodSymbol getEnumerator, IOperation collection, Place place, Body body)
    {
        bool isObject = !body.Type(getEnumerator.ReturnType).IsValueType;
        if (!isObject)
        {
            Calls.Visit(getEnumerator, collection, Members.IsVirtual(getEnumerator, collection), [], place, null, body);
        }
        else if (body.Model.IsSource(getEnumerator) && !getEnumerator.IsAbstract)
        {
            // What it makes is found in its code: an iterator, or an object of its own.
            Calls.Visit(getEnumerator, collection, Members.IsVirtual(getEnumerator, collection), [], place, null, body);
        }
        else
        {
            body.Report(
                EffectRules.Enumerator, place, "an enumerator object; an array, a span or a List<T> of its own type needs none",
                collection.Type is { } type ? Names.Of(body.Type(type)) : null);
        }
    }

    private static void VisitMember(IMethodSymbol? method, Place place, Body body)
    {
        // Of an enumerator behind an interface only the object is worth a word.
        if (method is not null && body.Model.IsSource(method) && method.ContainingType.TypeKind != TypeKind.Interface)
        {
            Calls.Visit(method, null, Members.IsVirtual(method, null), [], place, null, body);
        }
    }
}
