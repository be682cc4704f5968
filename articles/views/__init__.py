"""The pages. A view checks who asks, calls one verb of the app and shows what comes back."""
