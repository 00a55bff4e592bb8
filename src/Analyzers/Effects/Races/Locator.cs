using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Which storage an expression names, or which one the object it gives was taken from.</summary>
internal sealed class Locator(EffectModel model, INamedTypeSymbol driver, IReadOnlyDictionary<ITypeSymbol, Storage> shared)
{
    private const int MaximalDepth = 4;

    public Storage? Locate(IOperation? operation, Frame frame) => Locate(operation, frame, 0);

    /// <summary>What a member of the driver hands out, if it does nothing else.</summary>
    public Storage? OfResult(IMethodSymbol method)
        => method.AssociatedSymbol is IPropertySymbol property && Initializers.IsAuto(method)
            ? property.IsStatic ? Storage.Static(property) : Storage.Driver.Part(property)
            : OfResult(method, Storage.Driver, 0);

    /// <summary>Whether an expression is an object of the driver's class, whichever way it came.</summary>
    public bool IsDriver(ITypeSymbol? type)
    {
        for (ITypeSymbol? current = driver; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, type))
            {
                return model.IsSource(current);
            }
        }

        return false;
    }

    private Storage? Locate(IOperation? operation, Frame frame, int depth)
    {
        Storage? found = operation switch
        {
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => frame.Self,
            IFieldReferenceOperation { Field: { IsStatic: true } field } => Storage.Static(Behind(field)),
            IFieldReferenceOperation { Instance: { } instance } field => Locate(instance, frame, depth)?.Part(Behind(field.Field)),
            IPropertyReferenceOperation property => OfProperty(property, frame, depth),
            IArrayElementReferenceOperation element => Locate(element.ArrayReference, frame, depth)?.Element(element.Type),
            ILocalReferenceOperation local => frame.Find(local.Local)?.Storage,
            IParameterReferenceOperation parameter => OfParameter(parameter.Parameter, frame),
            IConversionOperation { OperatorMethod: null } conversion => Locate(conversion.Operand, frame, depth),
            IParenthesizedOperation parenthesized => Locate(parenthesized.Operand, frame, depth),
            ICoalesceOperation coalesce => Locate(coalesce.Value, frame, depth),
            IConditionalAccessInstanceOperation placeholder => Locate(Receivers.Tested(placeholder), frame, depth),
            IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Ordinary } called } call when model.IsSource(called)
                => OfResult(called, call.Instance is null ? null : Locate(call.Instance, frame, depth + 1), depth),
            _ => null,
        };
        if (found is not null || operation?.Type is not { IsReferenceType: true } type)
        {
            return found;
        }

        if (operation is IMemberReferenceOperation or IParameterReferenceOperation && shared.TryGetValue(type.OriginalDefinition, out Storage? known))
        {
            return known;
        }

        return IsDriver(type) && operation is not IObjectCreationOperation ? Storage.Driver : null;
    }

    /// <summary>The storage of a parameter: of a primary constructor it is a field.</summary>
    public static Storage? OfParameter(IParameterSymbol parameter, Frame frame)
        => frame.Find(parameter)?.Storage ?? (IsField(parameter, frame) ? frame.Self?.Part(parameter) : null);

    /// <summary>Whether a parameter of a primary constructor is used after it.</summary>
    public static bool IsField(IParameterSymbol parameter, Frame frame)
        => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            && SymbolEqualityComparer.Default.Equals(constructor.ContainingType, frame.Owner.ContainingType)
            && frame.Owner is IMethodSymbol { MethodKind: not MethodKind.Constructor };

    /// <summary>The field of an auto-property is the property, by whichever name.</summary>
    public static ISymbol Behind(IFieldSymbol field) => field.AssociatedSymbol is IPropertySymbol property ? property : field.CorrespondingTupleField ?? field;

    private Storage? OfProperty(IPropertyReferenceOperation reference, Frame frame, int depth)
    {
        IPropertySymbol property = reference.Property;
        if (!model.IsSource(property))
        {
            // A part of something that is thread-safe as a whole.
            return Synchronizers.Is(reference.Instance?.Type) ? Locate(reference.Instance, frame, depth) : null;
        }

        if ((property.GetMethod ?? property.SetMethod) is { } accessor && Initializers.IsAuto(accessor))
        {
            return property.IsStatic ? Storage.Static(property) : Locate(reference.Instance, frame, depth)?.Part(property);
        }

        return property.GetMethod is { } getter && property.Parameters.IsEmpty ? OfResult(getter, reference.Instance is null ? null : Locate(reference.Instance, frame, depth + 1), depth)
            : null;
    }

    private Storage? OfResult(IMethodSymbol method, Storage? self, int depth)
    {
        if (depth >= MaximalDepth || method.ReturnType is { IsValueType: true } && !method.ReturnsByRef && !method.ReturnsByRefReadonly)
        {
            return null;
        }

        IOperation? result = null;
        foreach (IOperation body in Bodies.Of(method, model))
        {
            if (result is not null || body is not IBlockOperation { Operations: [IReturnOperation { ReturnedValue: { } value }] })
            {
                return null;
            }

            result = value;
        }

        return result is null ? null : Locate(result, new Frame(method, self, null), depth + 1);
    }
}
