// Library calls that throw when the world is not as hoped.
// information is not the point
using System.Text.Json;

[InterruptDriver]
internal sealed partial class ThrowsInUse
{
    private readonly Dictionary<int, int> _map = [];
    private readonly Stack<int> _stack = new();
    private readonly CancellationToken _token;
    private string _text = "4";
    private Color _color;
    private int _n;

    [MsiVector(0)]
    private void ParseInt(in Interrupt irq)
    {
        _n = int.Parse(_text); //! TH4002
    }

    [MsiVector(1)]
    private void ParseEnum(in Interrupt irq)
    {
        _color = Enum.Parse<Color>(_text); //! TH4002 //? TH2003 TH2001
    }

    [MsiVector(5)]
    private void Cancelled(in Interrupt irq)
    {
        _token.ThrowIfCancellationRequested(); //! TH4002
    }

    [MsiVector(6)]
    private void TryForms(in Interrupt irq)
    {
        if (int.TryParse(_text, out int value) && _map.TryGetValue(value, out value) && _stack.TryPop(out value))
        {
            _n = value;
        }
    }

    [MsiVector(7)]
    private void DoubleParse(in Interrupt irq)
    {
        _n = (int)double.Parse(_text); //! TH4002
    }

    [MsiVector(8)]
    private void ConvertText(in Interrupt irq)
    {
        _n = Convert.ToInt32(_text); //! TH4002
    }

    [MsiVector(10)] // guarded by the count
    private void GuardedPop(in Interrupt irq)
    {
        if (_stack.Count > 0)
        {
            _n = _stack.Peek() + 1; //? TH4002
        }
    }
}

internal enum Color
{
    Red,
}
