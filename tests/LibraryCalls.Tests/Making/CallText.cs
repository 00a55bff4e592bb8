using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>One call of a member as C#: the fields that hold receiver and arguments, what fills them, and the call.</summary>
internal sealed class CallText(RecipeBook book, Fields fields)
{
    private readonly List<string> _fields = [];
    private readonly StringBuilder _before = new();
    private readonly Dictionary<int, int> _slots = [];
    private int _temporaries;
    private int _arguments;

    /// <summary>Why there is no call; empty if there is one.</summary>
    public string Missing { get; private set; } = "";

    /// <summary>The fields: <c>r:1_1</c> holds the receiver, <c>0:2_1</c> the first argument.</summary>
    public IReadOnlyList<string> Fields => _fields;

    /// <summary>The statements of the call.</summary>
    public string Call { get; private set; } = "";

    /// <summary>How many receivers there are to try.</summary>
    public int Receivers { get; private set; } = 1;

    /// <summary>Writes it.</summary>
    public bool Write(IMethodSymbol method)
    {
        string receiver = method.IsStatic || method.MethodKind == MethodKind.Constructor ? TypeText.Of(method.ContainingType) : Receiver(method.ContainingType);
        string[] arguments = [.. method.Parameters.Select(Argument)];
        if (method.ReturnType is IPointerTypeSymbol or IFunctionPointerTypeSymbol)
        {
            Missing = "pointers";
        }

        if (Missing.Length > 0 || Expression(method, receiver, arguments) is not { } expression)
        {
            return false;
        }

        bool isVoid = method.ReturnsVoid && method.MethodKind != MethodKind.Constructor;
        Call = _before + (isVoid ? $"{expression};"
            : IsGivenBack(method.ReturnType) ? $"using (var made = {expression}) {{ Sink.Take(made); }}" : $"Sink.Take({expression});");
        return true;
    }

    // An enumerator may have borrowed what it walks with.
    private static bool IsGivenBack(ITypeSymbol type)
        => type is { IsValueType: true, Name: "Enumerator" } && type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_IDisposable);

    private string? Expression(IMethodSymbol method, string receiver, string[] arguments)
    {
        switch (method.MethodKind)
        {
            case MethodKind.Constructor:
                return $"new {receiver}({string.Join(", ", arguments)})";
            case MethodKind.PropertySet when method.IsInitOnly:
                Missing = "set while the object is made only";
                return null;
            case MethodKind.PropertyGet or MethodKind.PropertySet:
                bool isSet = method.MethodKind == MethodKind.PropertySet;
                string[] index = isSet ? arguments[..^1] : arguments;
                string target = ((IPropertySymbol)method.AssociatedSymbol!).IsIndexer ? $"{receiver}[{string.Join(", ", index)}]" : $"{receiver}.{method.AssociatedSymbol.Name}";
                return isSet ? $"{target} = {arguments[^1]}" : target;
            case MethodKind.UserDefinedOperator or MethodKind.Conversion:
                if (Operators.Write(method, arguments) is { } written)
                {
                    return written;
                }

                Missing = "no C# for the operator";
                return null;
            default:
                string parameters = method.Arity == 0 ? "" : $"<{string.Join(", ", method.TypeArguments.Select(TypeText.Of))}>";
                return $"{receiver}.@{method.Name}{parameters}({string.Join(", ", arguments)})";
        }
    }

    private string Receiver(INamedTypeSymbol type)
    {
        if (book.Find(type, "") is not { } recipe)
        {
            Missing = $"no {type.OriginalDefinition.ToDisplayString()} to call it on";
            return "";
        }

        Receivers = Math.Clamp(recipe.Values.Length, 1, 4);
        string use = Hold(recipe, "r");
        return type.IsRefLikeType ? Temporary(use) : recipe.IsInline ? $"({use})" : use;
    }

    private string Argument(IParameterSymbol parameter)
    {
        if (parameter.RefKind == RefKind.Out && !TypeText.IsUnsafe(parameter.Type))
        {
            return $"out {TypeText.Of(parameter.Type)} _";
        }

        if (book.Find(parameter.Type, parameter.Name) is not { } recipe)
        {
            Missing = TypeText.IsUnsafe(parameter.Type) ? "pointers" : $"no {parameter.Type.OriginalDefinition.ToDisplayString()} to give it";
            return "";
        }

        string use = Hold(recipe, (_arguments++).ToString(CultureInfo.InvariantCulture));
        return parameter.RefKind switch
        {
            RefKind.Ref => "ref " + (IsVariable(recipe) ? use : Temporary(use)),
            RefKind.In or RefKind.RefReadOnlyParameter when IsVariable(recipe) => "in " + use,
            RefKind.RefReadOnlyParameter => "in " + Temporary(use),
            _ => use,
        };
    }

    // The field, or an element of the array in it.
    private static bool IsVariable(Recipe recipe) => !recipe.IsInline && recipe.Use is "@" or "@[0]";

    private string Temporary(string use)
    {
        string name = $"t{_temporaries++}";
        _before.Append(CultureInfo.InvariantCulture, $"var {name} = {use}; ");
        return name;
    }

    private string Hold(Recipe recipe, string role)
    {
        if (recipe.IsInline)
        {
            return recipe.Use;
        }

        int number = fields.Number(recipe);
        int slot = _slots[number] = _slots.GetValueOrDefault(number) + 1;
        string field = fields.Name(recipe, slot);
        _fields.Add($"{role}:{field}");
        return recipe.Use.Replace("@", $"Held.F{field}", StringComparison.Ordinal);
    }
}
