using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>Recognises our attributes and reads their arguments by name.</summary>
internal static class AttributeReader
{
    extension(ISymbol member)
    {
        /// <summary>A method with a vector or a line.</summary>
        public bool IsHandler => member is IMethodSymbol && HandlerMark.IsOn(member);
    }

    extension(AttributeData attribute)
    {
        /// <summary>Which of our attributes it is.</summary>
        public AttributeKind Kind => attribute.AttributeClass is { } type && type.IsIn(KnownNames.Namespace)
            ? type.Name switch
            {
                KnownNames.InterruptDriverAttribute => AttributeKind.Driver,
                KnownNames.DeviceBarAttribute => AttributeKind.Bar,
                KnownNames.MsiVectorAttribute => AttributeKind.Vector,
                KnownNames.IntxLineAttribute => AttributeKind.Line,
                KnownNames.DeviceRequestAttribute => AttributeKind.Request,
                KnownNames.DeviceErrorAttribute => AttributeKind.Error,
                KnownNames.VectorsGrantedAttribute => AttributeKind.Granted,
                KnownNames.StatusBitsAttribute => AttributeKind.Bits,
                KnownNames.StatusBankAttribute => AttributeKind.Bank,
                KnownNames.IrqPendingAttribute => AttributeKind.Pending,
                KnownNames.IrqAckAttribute => AttributeKind.Acknowledge,
                KnownNames.IrqDisableAttribute => AttributeKind.Disable,
                KnownNames.IrqEnableAttribute => AttributeKind.Enable,
                KnownNames.IrqReleaseAttribute => AttributeKind.Release,
                KnownNames.IrqUnclaimedAttribute => AttributeKind.Unclaimed,
                _ => AttributeKind.None,
            }
            : AttributeKind.None;

        /// <summary>A register access of one role.</summary>
        public bool IsDescriptor => attribute.Kind is AttributeKind.Pending
            or AttributeKind.Acknowledge
            or AttributeKind.Disable
            or AttributeKind.Enable
            or AttributeKind.Release
            or AttributeKind.Unclaimed
            or AttributeKind.Bank;

        /// <summary>A vector or a line: what a handler is for.</summary>
        public bool MakesHandler => HandlerMark.Is(attribute.AttributeClass);

        /// <summary>Something that a method has only beside a vector or a line; not what C# refuses on any method (CS0592).</summary>
        public bool NeedsVector => (attribute.IsDescriptor && attribute.Kind != AttributeKind.Unclaimed) || attribute.Kind == AttributeKind.Bits;

        /// <summary>Something that counts only in a driver class.</summary>
        public bool BelongsToDriver => attribute.Kind is not (AttributeKind.None or AttributeKind.Driver);

        /// <summary>The name as authors write it.</summary>
        public string ShortName
        {
            get
            {
                string name = attribute.AttributeClass!.Name;
                return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - 9) : name;
            }
        }

        /// <summary>The C# compiler found a constructor for the arguments, and a constant for each of them.</summary>
        public bool IsWellFormed => attribute.AttributeConstructor is { } constructor
            // Where the framework itself is missing, there is a constructor without arguments for it.
            && attribute.ConstructorArguments.Length == constructor.Parameters.Length
            && !attribute.ConstructorArguments.Any(static a => a.Kind == TypedConstantKind.Error)
            && !attribute.NamedArguments.Any(static a => a.Value.Kind == TypedConstantKind.Error);

        /// <summary>The value of a constructor parameter or a property; null where none is given.</summary>
        public object? Argument(string name)
        {
            foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
            {
                if (argument.Key == name)
                {
                    return Single(argument.Value);
                }
            }

            int index = attribute.AttributeConstructor!.Parameters.FirstOrDefault(p => p.Name == name)?.Ordinal ?? -1;
            return index >= 0 ? Single(attribute.ConstructorArguments[index]) : null;
        }

        /// <summary>
        /// The attribute has an argument of this type. Always so with our runtime; an author can declare an attribute of the
        /// same full name, or reference a runtime that is not ours.
        /// </summary>
        public bool Has<T>(string name) => attribute.Argument(name) is T;

        /// <summary>The attribute has no such argument, or one of this type.</summary>
        public bool MayHave<T>(string name) => attribute.Argument(name) is null or T;
    }

    /// <summary>Adds the fault that an attribute is not the one of our runtime.</summary>
    public static void AddForeign(this FaultSink faults, AttributeData attribute) => faults.Add(
        DeclarationRules.ContractMissing,
        Anchor.Attribute(attribute),
        attribute.ShortName,
        KnownNames.Package,
        $"the {attribute.AttributeClass!.Name} that this version of {KnownNames.GeneratorTool} knows");

    private static object? Single(TypedConstant argument) => argument.Kind == TypedConstantKind.Array ? null : argument.Value;
}
