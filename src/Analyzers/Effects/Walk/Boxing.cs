using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Values that become objects: as they are, or as parts of a tuple.</summary>
internal static class Boxing
{
    /// <summary>Whether a value of one type becomes an object of another.</summary>
    public static bool Is(ITypeSymbol source, ITypeSymbol target)
        => target.IsReferenceType
            && target.TypeKind != TypeKind.Pointer
            && !source.IsRefLikeType
            && (source.IsValueType
                || (source is ITypeParameterSymbol { IsReferenceType: false } && target is not ITypeParameterSymbol))
            && source.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer);

    /// <summary>A conversion that the source or the compiler writes.</summary>
    public static void Visit(IConversionOperation conversion, Body body)
    {
        if (conversion.Type is null || conversion.Operand.Type is null)
        {
            return;
        }

        ITypeSymbol source = body.Type(conversion.Operand.Type);
        ITypeSymbol target = body.Type(conversion.Type);
        Place place = Place.Of(conversion.IsImplicit ? conversion.Operand.Syntax : conversion.Syntax);
        if (!Is(source, target))
        {
            // The parts of a tuple that is written here are converted there.
            if (conversion.Operand is not ITupleOperation)
            {
                VisitParts(source, target, place, body);
            }
        }
        else if (!IsEmpty(conversion.Operand) && CanConvert(source, target, body) && Rule(conversion, body) is { } rule)
        {
            body.Report(rule, place, Describe(source, target));
        }
    }

    /// <summary>A conversion that has no operation of its own.</summary>
    public static void Visit(ITypeSymbol? from, ITypeSymbol? to, Place place, Body body)
    {
        if (from is null || to is null)
        {
            return;
        }

        ITypeSymbol source = body.Type(from);
        ITypeSymbol target = body.Type(to);
        if (Is(source, target))
        {
            body.Report(EffectRules.Box, place, Describe(source, target));
        }
        else
        {
            VisitParts(source, target, place, body);
        }
    }

    /// <summary>Whether a value can be an object of a type at all: what a generic test or cast asks in vain needs no box.</summary>
    public static bool CanConvert(ITypeSymbol source, ITypeSymbol target, Body body)
        => source is ITypeParameterSymbol || body.Model.Compilation.HasImplicitConversion(source, target);

    // A nullable value without a value becomes null.
    private static bool IsEmpty(IOperation operand)
        => operand.Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && operand switch
        {
            IDefaultValueOperation or IObjectCreationOperation { Arguments.IsEmpty: true } => true,
            IConversionOperation { OperatorMethod: null } conversion => Patterns.IsNull(conversion.Operand) || IsEmpty(conversion.Operand),
            _ => false,
        };

    private static void VisitParts(ITypeSymbol source, ITypeSymbol target, Place place, Body body)
    {
        if (source is INamedTypeSymbol { IsTupleType: true } from && target is INamedTypeSymbol { IsTupleType: true } to
            && from.TupleElements.Length == to.TupleElements.Length)
        {
            for (int i = 0; i < from.TupleElements.Length; i++)
            {
                VisitPart(from.TupleElements[i].Type, to.TupleElements[i].Type, place, body);
            }
        }
    }

    // The conversions that types define are not named either.
    private static void VisitPart(ITypeSymbol source, ITypeSymbol target, Place place, Body body)
    {
        Visit(source, target, place, body);
        if (body.Model.Compilation.ClassifyCommonConversion(body.Type(source), body.Type(target)).MethodSymbol is { } method)
        {
            Calls.Visit(method, null, false, [], place, null, body);
        }
    }

    private static string Describe(ITypeSymbol source, ITypeSymbol target)
        => source is ITypeParameterSymbol ? $"boxes {Names.Of(source)} where it is a struct" : $"boxes {Names.Of(source)} as {Names.Of(target)}";

    // Some boxes are never made, and some in unoptimised code only.
    private static DiagnosticDescriptor? Rule(IConversionOperation conversion, Body body)
    {
        switch (conversion.Parent)
        {
            // Unboxed at once, and tested: (int)(object)value, (object)value is int.
            case IConversionOperation { OperatorMethod: null, Type: { } back } when back.IsValueType || back is ITypeParameterSymbol:
            case IIsTypeOperation:
            case IIsPatternOperation { Pattern: IDeclarationPatternOperation { MatchedType.IsValueType: true } or ITypePatternOperation }:
                return null;
            case IIsPatternOperation { Pattern: { } pattern } when Patterns.IsNull(pattern):
                return EffectRules.Unoptimised;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test
                when Patterns.IsNull(test.LeftOperand) || Patterns.IsNull(test.RightOperand):
                return conversion.Operand.Type is ITypeParameterSymbol ? null : EffectRules.Unoptimised;
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "ReferenceEquals", ContainingType.SpecialType: SpecialType.System_Object } } call }
                when call.Arguments.Any(static a => Patterns.IsNull(a.Value)):
                return EffectRules.Unoptimised;

            // The call boxes what it is called on, too, and says so.
            case IArgumentOperation { Parent: IInvocationOperation call } when ValueReceivers.IsBoxed(call, body):
                return null;
            default:
                return EffectRules.Box;
        }
    }
}
